<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="profile.devices.title" var="title"/>
<p:layout title="${title}" page="profile">
  <div class="p-page">
    <h1 class="p-title"><c:out value="${title}"/></h1>
    <p:profile-nav page="devices"/>
    <c:if test="${not empty saved}"><p class="alert alert-success" role="status" data-testid="saved"><spring:message code="${saved}"/></p></c:if>

    <section class="p-card" aria-labelledby="h-devices">
      <h2 class="p-subtitle" id="h-devices"><spring:message code="profile.devices"/></h2>
      <p class="form-text"><spring:message code="profile.devices.hint"/></p>
      <c:if test="${not empty newDevice}">
        <div class="alert alert-info" role="status" data-testid="new-device">
          <p><spring:message code="profile.device.once"/></p>
          <dl class="p-facts">
            <dt><spring:message code="profile.address"/></dt><dd><c:out value="${newDevice.address}"/></dd>
            <dt><spring:message code="profile.device.user"/></dt><dd><code><c:out value="${newDevice.authUser}"/></code></dd>
            <dt><spring:message code="account.password"/></dt><dd><code><c:out value="${newDevicePassword}"/></code></dd>
          </dl>
        </div>
      </c:if>
      <ul class="p-rows">
        <c:forEach items="${devices}" var="device">
          <li class="p-row">
            <span class="p-row-text"><c:out value="${device.label}"/> <code><c:out value="${device.authUser}"/></code></span>
            <form method="post" action="${base}/profile/devices/${device.id}/revoke">
              <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
              <button class="btn btn-outline-danger btn-sm" type="submit"><spring:message code="profile.device.revoke"/></button>
            </form>
          </li>
        </c:forEach>
      </ul>
      <form method="post" action="${base}/profile/devices" novalidate>
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <spring:bind path="deviceForm.label">
          <p:field name="label" label="profile.device.label" value="${status.value}" error="${status.errorMessage}" maxlength="80"/>
        </spring:bind>
        <button class="btn btn-secondary" type="submit"><spring:message code="profile.device.add"/></button>
      </form>
    </section>
  </div>
</p:layout>
