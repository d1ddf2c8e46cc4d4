<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="presence.title" var="title"/>
<p:layout title="${title}" page="profile">
  <div class="p-page">
    <h1 class="p-title"><c:out value="${title}"/></h1>
    <p:profile-nav page="presence"/>
    <c:if test="${not empty saved}"><p class="alert alert-success" role="status" data-testid="saved"><spring:message code="${saved}"/></p></c:if>

    <section class="p-card" aria-labelledby="h-presence">
      <h2 class="p-subtitle" id="h-presence"><spring:message code="presence.settings"/></h2>
      <form class="p-groups" method="post" action="${base}/profile/presence" novalidate data-testid="presence-form">
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <spring:bind path="presenceForm.audience"><div class="p-field">
          <label class="form-label" for="f-audience"><spring:message code="presence.audience"/></label>
          <select class="form-select" id="f-audience" name="audience" aria-describedby="d-audience"><c:forEach var="one" items="${audiences}"><option value="${one}"<c:if test="${one == presenceForm.audience}"> selected</c:if>><spring:message code="profile.shown.${one.name().toLowerCase()}"/></option></c:forEach></select>
          <p class="form-text" id="d-audience"><spring:message code="presence.audience.hint"/></p>
          <c:if test="${not empty status.errorMessage}"><p class="invalid-feedback d-block" data-testid="error-audience"><c:out value="${status.errorMessage}"/></p></c:if>
        </div></spring:bind>
        <spring:bind path="presenceForm.awayMinutes"><div class="p-field">
          <label class="form-label" for="f-away"><spring:message code="presence.away"/></label>
          <select class="form-select" id="f-away" name="awayMinutes" aria-describedby="d-away"><c:forEach var="one" items="${awayChoices}"><option value="${one}"<c:if test="${one == presenceForm.awayMinutes}"> selected</c:if>><c:choose><c:when test="${one == 0}"><spring:message code="presence.away.never"/></c:when><c:otherwise><spring:message code="presence.away.minutes" arguments="${one}"/></c:otherwise></c:choose></option></c:forEach></select>
          <p class="form-text" id="d-away"><spring:message code="presence.away.hint"/></p>
          <c:if test="${not empty status.errorMessage}"><p class="invalid-feedback d-block" data-testid="error-awayMinutes"><c:out value="${status.errorMessage}"/></p></c:if>
        </div></spring:bind>
        <div><button class="btn btn-primary" type="submit" data-testid="presence-save"><spring:message code="profile.save"/></button></div>
      </form>
    </section>
  </div>
</p:layout>
