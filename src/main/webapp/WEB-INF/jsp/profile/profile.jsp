<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="profile.title" var="title"/>
<p:layout title="${title}" page="profile">
  <div class="p-page">
    <h1 class="p-title"><c:out value="${title}"/></h1>
    <p:profile-nav page="profile"/>
    <c:if test="${not empty saved}"><p class="alert alert-success" role="status" data-testid="saved"><spring:message code="${saved}"/></p></c:if>

    <section class="p-card" aria-labelledby="h-name">
      <h2 class="p-subtitle" id="h-name"><spring:message code="profile.you"/></h2>
      <dl class="p-facts">
        <dt><spring:message code="account.username"/></dt><dd><c:out value="${me.username}"/></dd>
        <dt><spring:message code="profile.address"/></dt><dd data-testid="own-address">sip:<c:out value="${me.user}@${sipDomain}"/></dd>
      </dl>
      <form method="post" action="${base}/profile" novalidate>
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <spring:bind path="profileForm.name">
          <p:field name="name" label="account.name" hint="account.name.hint" value="${status.value}" error="${status.errorMessage}"
                   autocomplete="name" maxlength="120"/>
        </spring:bind>
        <button class="btn btn-primary" type="submit"><spring:message code="profile.save"/></button>
      </form>
    </section>

    <section class="p-card" aria-labelledby="h-look">
      <h2 class="p-subtitle" id="h-look"><spring:message code="profile.look"/></h2>
      <form method="post" action="${base}/profile/look" data-testid="look">
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <div class="p-field"><label class="form-label" for="f-language"><spring:message code="profile.language"/></label>
          <select class="form-select" id="f-language" name="language">
            <option value=""><spring:message code="profile.language.browser"/></option>
            <c:forEach var="choice" items="${languages}"><option value="${choice.language}" lang="${choice.language}"<c:if test="${choice.language == me.look.language}"> selected</c:if>><c:out value="${choice.getDisplayLanguage(choice)}"/></option></c:forEach>
          </select></div>
        <div class="p-field"><label class="form-label" for="f-timeZone"><spring:message code="profile.zone"/></label>
          <select class="form-select" id="f-timeZone" name="timeZone">
            <option value=""><spring:message code="profile.zone.browser"/></option>
            <c:forEach var="zone" items="${zones}"><option<c:if test="${zone == me.look.timeZone}"> selected</c:if>><c:out value="${zone}"/></option></c:forEach>
          </select></div>
        <button class="btn btn-primary" type="submit"><spring:message code="profile.save"/></button>
      </form>
    </section>
  </div>
</p:layout>
