<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="js.call.person" arguments="${person.name}" argumentSeparator="|" var="call" htmlEscape="true"/>
<p:layout title="${person.name}" page="colleague">
  <div class="p-page">
    <section class="p-card colleague" data-testid="colleague" data-user="<c:out value='${person.user}'/>">
      <div class="who who-large"><p:avatar name="${person.name}" user="${person.user}" picture="${person.picture}" size="huge"/>
        <div class="who-text">
          <h1 class="p-title"><c:out value="${person.name}"/></h1>
          <c:if test="${not empty job}"><span><c:out value="${job}"/></span></c:if>
          <span class="muted" data-testid="presence-line" data-presence-since="<c:out value='${person.user}'/>"></span>
          <c:if test="${not empty statusText}"><span class="colleague-status" data-testid="status-text"><c:choose><c:when test="${empty statusUntil}"><c:out value="${statusText}"/></c:when><c:otherwise><spring:message code="profile.status.said" arguments="${statusText}|${statusUntil}" argumentSeparator="|" htmlEscape="true"/></c:otherwise></c:choose></span></c:if>
        </div></div>
      <c:if test="${person.user != me.user}">
      <div class="page-acts">
        <button type="button" class="btn btn-primary" data-call="<c:out value='${person.user}'/>" data-testid="colleague-call"><i class="bi bi-telephone" aria-hidden="true"></i><spring:message code="shell.dial.audio"/></button>
        <button type="button" class="btn" data-call="<c:out value='${person.user}'/>" data-video="true" data-testid="colleague-video"><i class="bi bi-camera-video" aria-hidden="true"></i><spring:message code="shell.dial.video"/></button>
        <button type="button" class="btn" data-write="<c:out value='${person.user}'/>" data-testid="colleague-write"><i class="bi bi-chat" aria-hidden="true"></i><spring:message code="messages.input"/></button>
        <button type="button" class="btn" data-contact-add="<c:out value='${person.user}'/>" data-testid="colleague-add"><i class="bi bi-person-plus" aria-hidden="true"></i><spring:message code="phonebook.add.them"/></button>
      </div>
      </c:if>
      <c:if test="${person.user == me.user}"><div><a class="btn" href="${base}/profile"><spring:message code="profile.edit"/></a></div></c:if>
      <c:if test="${not empty about}"><p class="colleague-about"><c:out value="${about}"/></p></c:if>
      <dl class="p-facts">
        <dt><spring:message code="profile.address"/></dt><dd><c:choose><c:when test="${person.user != me.user}"><a href="sip:<c:out value='${person.user}@${sipDomain}'/>" data-call="<c:out value='${person.user}'/>">sip:<c:out value="${person.user}@${sipDomain}"/></a></c:when><c:otherwise>sip:<c:out value="${person.user}@${sipDomain}"/></c:otherwise></c:choose></dd>
        <c:if test="${not empty department}"><dt><spring:message code="profile.department"/></dt><dd><c:out value="${department}"/></dd></c:if>
        <c:if test="${not empty skills}"><dt><spring:message code="profile.skills"/></dt><dd><c:out value="${skills}"/></dd></c:if>
        <c:if test="${not empty manager}"><dt><spring:message code="profile.manager"/></dt><dd><a href="${base}/people/<c:out value='${manager.user}'/>"><c:out value="${manager.name}"/></a></dd></c:if>
        <c:if test="${not empty place or not empty region or not empty country}"><dt><spring:message code="profile.place"/></dt><dd><c:out value="${place}"/><c:if test="${not empty place and (not empty region or not empty country)}">, </c:if><c:out value="${region}"/><c:if test="${not empty region and not empty country}">, </c:if><c:out value="${country}"/></dd></c:if>
        <c:if test="${not empty languages}"><dt><spring:message code="profile.languages"/></dt><dd><c:out value="${languages}"/></dd></c:if>
        <c:forEach var="phone" items="${phones}"><dt><spring:message code="profile.phone.${phone.kind}"/></dt><dd><a href="tel:<c:out value='${phone.number}'/>"><c:out value="${phone.text}"/></a></dd></c:forEach>
        <c:forEach var="link" items="${links}"><dt><spring:message code="profile.link"/></dt><dd><a href="<c:out value='${link.url}'/>" rel="noopener noreferrer nofollow" target="_blank"><c:out value="${link.label}"/></a></dd></c:forEach>
      </dl>
    </section>
  </div>
</p:layout>
