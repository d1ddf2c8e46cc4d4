<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="people.phonebook" var="title"/>
<spring:message code="phonebook.find" var="find" htmlEscape="true"/>
<spring:message code="phonebook.new" var="newOne" htmlEscape="true"/>
<spring:message code="phonebook.more" var="more" htmlEscape="true"/>
<spring:message code="phonebook.filters" var="filters" htmlEscape="true"/>
<spring:message code="phonebook.choose.title" var="noneTitle"/>
<spring:message code="phonebook.choose.hint" var="noneHint"/>
<p:layout title="${title}" page="phonebook">
  <div class="split book">
    <section class="split-list" aria-label="${title}" data-arrows>
      <div class="list-head"><h1>${title}</h1>
        <div class="book-acts">
          <a class="btn-icon" href="${base}/phonebook/new" aria-label="${newOne}" title="${newOne}" data-testid="contact-new"><i class="bi bi-person-plus" aria-hidden="true"></i></a>
          <div class="dropdown">
            <button type="button" class="btn-icon" data-bs-toggle="dropdown" aria-expanded="false" aria-label="${more}" title="${more}" data-testid="book-menu"><i class="bi bi-three-dots" aria-hidden="true"></i></button>
            <div class="dropdown-menu dropdown-menu-end">
              <a class="dropdown-item" href="${base}/phonebook/groups"><i class="bi bi-collection" aria-hidden="true"></i><spring:message code="phonebook.groups"/></a>
              <a class="dropdown-item" href="${base}/phonebook/blocked"><i class="bi bi-slash-circle" aria-hidden="true"></i><spring:message code="phonebook.blocked"/></a>
              <a class="dropdown-item" href="${base}/phonebook/import" data-testid="book-import"><i class="bi bi-arrow-down-up" aria-hidden="true"></i><spring:message code="phonebook.import.title"/></a>
            </div>
          </div>
        </div></div>
      <p:people-tabs page="phonebook"/>
      <div class="list-search"><input type="search" class="form-control" data-find aria-label="${find}" placeholder="${find}" autocomplete="off" maxlength="120" data-testid="contact-find"></div>
      <nav class="book-filters" aria-label="${filters}" data-filters hidden></nav>
      <div class="list-scroll"><ul class="rows" data-list="contacts" aria-busy="true"><p:skeleton rows="8"/></ul></div>
    </section>
    <section class="split-detail" data-detail aria-live="off">
      <p:empty icon="person-lines-fill" title="${noneTitle}" hint="${noneHint}"><a class="btn btn-primary" href="${base}/phonebook/new">${newOne}</a></p:empty>
    </section>
  </div>
</p:layout>
