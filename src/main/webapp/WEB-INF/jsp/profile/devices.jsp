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

    <section class="p-card" aria-labelledby="h-browsers">
      <h2 class="p-subtitle" id="h-browsers"><spring:message code="profile.browsers"/></h2>
      <ul class="p-rows">
        <c:forEach items="${browsers}" var="browser">
          <li class="p-row" data-testid="browser" data-here="${browser.here()}">
            <span class="p-row-text">
              <c:choose><c:when test="${empty browser.name()}"><spring:message code="profile.browser.unknown"/></c:when><c:otherwise><c:out value="${browser.name()}"/></c:otherwise></c:choose>
              <span class="p-row-sub"><c:out value="${browser.address()}"/> · <c:choose><c:when test="${browser.here()}"><spring:message code="profile.browser.here"/></c:when><c:otherwise><spring:message code="profile.lastUsed"/>&#32;<p:time at="${browser.lastUsedAt()}"/></c:otherwise></c:choose></span></span>
            <c:if test="${not browser.here()}">
              <form method="post" action="${base}/profile/devices/browsers/${browser.id()}/end">
                <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
                <button class="btn btn-outline-danger btn-sm" type="submit"><spring:message code="profile.browser.end"/></button>
              </form>
            </c:if>
          </li>
        </c:forEach>
      </ul>
      <c:if test="${browsers.size() gt 1}">
        <form method="post" action="${base}/profile/devices/browsers/end-others">
          <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
          <button class="btn btn-secondary" type="submit" data-testid="end-others"><spring:message code="profile.browsers.endOthers"/></button>
        </form>
      </c:if>
    </section>

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
            <dt><spring:message code="profile.device.server"/></dt><dd><code><c:out value="${newDevice.server}"/></code> <spring:message code="profile.device.transport"/></dd>
          </dl>
          <p:qr code="${newDevice.picture()}" label="profile.device.picture"/>
        </div>
      </c:if>
      <ul class="p-rows">
        <c:forEach items="${devices}" var="device">
          <li class="p-row">
            <span class="p-row-text"><c:out value="${device.label}"/><span class="p-row-sub"><code><c:out value="${device.authUser}"/></code></span></span>
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
