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
          <li class="p-row" data-testid="browser" data-here="${browser.here()}" data-registered="${uses[browser.id()].state()}">
            <span class="p-row-text">
              <c:choose><c:when test="${empty browser.name()}"><spring:message code="profile.browser.unknown"/></c:when><c:otherwise><c:out value="${browser.name()}"/></c:otherwise></c:choose>
              <span class="p-row-sub"><c:out value="${browser.address()}"/> · <c:choose><c:when test="${browser.here()}"><spring:message code="profile.browser.here"/></c:when><c:otherwise><spring:message code="profile.lastUsed"/>&#32;<p:time at="${browser.lastUsedAt()}"/></c:otherwise></c:choose></span>
              <p:registered state="${uses[browser.id()].state()}" browser="true"/></span>
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
          <c:set var="use" value="${uses[device.authUser]}"/>
          <li class="p-row" data-testid="device" data-user="<c:out value='${device.authUser}'/>" data-registered="${use.state()}">
            <span class="p-row-text"><c:out value="${device.label}"/>
              <span class="p-row-sub"><code><c:out value="${device.authUser}"/></code></span>
              <p:registered state="${use.state()}" browser="false"/>
              <c:choose>
                <c:when test="${not empty use.now()}">
                  <ul class="registrations">
                    <c:forEach items="${use.now()}" var="registration">
                      <li data-testid="registration"><c:choose><c:when test="${empty registration.userAgent()}"><spring:message code="profile.registration.nameless"/></c:when><c:otherwise><c:out value="${registration.userAgent()}"/></c:otherwise></c:choose>
                        <span class="p-row-sub"><c:out value="${registration.transport()}"/> · <c:out value="${registration.address()}"/> · <spring:message code="profile.registration.since"/>&#32;<p:time at="${registration.since()}"/> · <spring:message code="profile.lastUsed"/>&#32;<p:time at="${registration.seenAt()}"/></span></li>
                    </c:forEach>
                  </ul>
                </c:when>
                <c:when test="${not empty use.last()}">
                  <span class="p-row-sub"><spring:message code="profile.lastUsed"/>&#32;<p:time at="${use.last().seenAt()}"/> · <c:out value="${use.last().address()}"/><c:if test="${not empty use.last().userAgent()}"> · <c:out value="${use.last().userAgent()}"/></c:if></span>
                </c:when>
                <c:otherwise><span class="p-row-sub"><spring:message code="profile.registration.never"/></span></c:otherwise>
              </c:choose></span>
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

    <section class="p-card" aria-labelledby="h-handlers" data-handlers hidden>
      <h2 class="p-subtitle" id="h-handlers"><spring:message code="handlers.title"/></h2>
      <p class="form-text"><spring:message code="handlers.hint"/></p>
      <div class="p-buttons"><button type="button" class="btn" data-handle="tel" data-testid="handle-tel"><i class="bi bi-telephone" aria-hidden="true"></i><spring:message code="handlers.tel"/></button>
        <button type="button" class="btn" data-handle="sip" data-testid="handle-sip"><i class="bi bi-at" aria-hidden="true"></i><spring:message code="handlers.sip"/></button></div>
    </section>
  </div>
</p:layout>
