<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="admin.people.new" var="title"/>
<p:layout title="${title}" page="admin-person">
  <div class="page-body page-body-narrow admin">
    <p:admin-nav page="people"/>
    <h1 class="p-title"><c:out value="${title}"/></h1>
    <section class="p-card">
    <form method="post" action="${base}/admin/people" novalidate>
      <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
      <spring:bind path="form.name"><p:field name="name" label="account.name" hint="account.name.hint" value="${status.value}" error="${status.errorMessage}" maxlength="120" autocomplete="off"/></spring:bind>
      <spring:bind path="form.username"><p:field name="username" label="account.username" hint="account.username.hint" value="${status.value}" error="${status.errorMessage}" maxlength="64" autocomplete="off"/></spring:bind>
      <spring:bind path="form.email"><p:field name="email" type="email" label="admin.people.email" value="${status.value}" error="${status.errorMessage}" maxlength="254" autocomplete="off"/></spring:bind>
      <div class="p-field"><label class="form-label" for="f-role"><spring:message code="admin.people.role"/></label>
        <select class="form-select" id="f-role" name="role"><c:forEach var="one" items="EMPLOYEE,ADMIN"><option value="${one}"<c:if test="${one == form.role}"> selected</c:if>><spring:message code="admin.role.${one.toLowerCase()}"/></option></c:forEach></select></div>
      <div class="p-field"><label class="form-label" for="f-language"><spring:message code="admin.people.language"/></label>
        <select class="form-select" id="f-language" name="language" aria-describedby="d-language"><c:forEach var="one" items="${languages}"><option value="${one.language}"<c:if test="${one.language == form.language}"> selected</c:if>><c:out value="${one.getDisplayLanguage(one)}"/></option></c:forEach></select>
        <p class="form-text" id="d-language"><spring:message code="admin.people.language.hint"/></p></div>
      <fieldset class="p-choices"><legend class="form-label"><spring:message code="admin.people.how"/></legend>
        <c:forEach var="one" items="invite,password"><label class="p-choice"><input class="form-check-input" type="radio" name="how" value="${one}"<c:if test="${one == form.how or (one == 'invite' and empty form.how)}"> checked</c:if>><span><spring:message code="admin.people.how.${one}"/></span></label></c:forEach></fieldset>
      <button class="btn btn-primary" type="submit" data-testid="person-make"><spring:message code="admin.people.make"/></button>
    </form>
    </section>
  </div>
</p:layout>
