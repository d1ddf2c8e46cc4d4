<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<spring:message code="directory.title" var="title"/>
<spring:message code="directory.find" var="find" htmlEscape="true"/>
<spring:message code="directory.people" var="list" htmlEscape="true"/>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<p:layout title="${title}" page="directory">
  <div class="page-body directory" data-arrows>
    <div class="page-head"><h1>${title}</h1><p:people-tabs page="directory"/></div>
    <form class="directory-finder" method="get" action="${base}/directory" role="search" data-finder>
      <div class="directory-words"><i class="bi bi-search" aria-hidden="true"></i><input type="search" class="form-control" name="q" aria-label="${find}" placeholder="${find}" autocomplete="off" spellcheck="false" maxlength="120" aria-describedby="directory-keys" data-testid="directory-find"></div>
      <div class="directory-filters">
      <label class="visually-hidden" for="directory-country"><spring:message code="directory.country"/></label>
      <select class="form-select" id="directory-country" name="country" data-testid="directory-country"><option value=""><spring:message code="directory.country.any"/></option>
      <c:forEach var="one" items="${countries}"><option value="<c:out value='${one.code}'/>"><c:out value="${one.name}"/></option></c:forEach></select>
      <label class="visually-hidden" for="directory-region"><spring:message code="directory.region"/></label>
      <select class="form-select" id="directory-region" name="region" data-testid="directory-region"><option value=""><spring:message code="directory.region.any"/></option>
      <c:forEach var="one" items="${regions}"><option value="<c:out value='${one}'/>"><c:out value="${one}"/></option></c:forEach></select>
      <label class="visually-hidden" for="directory-department"><spring:message code="directory.department"/></label>
      <select class="form-select" id="directory-department" name="department" data-testid="directory-department"><option value=""><spring:message code="directory.department.any"/></option>
      <c:forEach var="one" items="${departments}"><option value="<c:out value='${one}'/>"><c:out value="${one}"/></option></c:forEach></select>
      <button type="button" class="btn btn-quiet" data-clear hidden><spring:message code="directory.clear"/></button>
      </div>
    </form>
    <p class="directory-said"><span data-said aria-live="polite" data-testid="directory-count"></span><span class="directory-keys" id="directory-keys"><spring:message code="directory.keys"/></span></p>
    <section class="panel" aria-label="${list}">
      <ul class="rows" data-list="people" aria-busy="true" data-testid="directory-list"><p:skeleton rows="8"/></ul>
      <div class="more" data-more hidden><button type="button" class="btn"><spring:message code="directory.more"/></button></div>
    </section>
  </div>
</p:layout>
