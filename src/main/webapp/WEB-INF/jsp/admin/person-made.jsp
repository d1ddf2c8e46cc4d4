<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="admin.people.made" var="title"/>
<p:layout title="${title}" page="admin-person">
  <div class="page-body page-body-narrow admin">
    <p:admin-nav page="people"/>
    <h1 class="p-title"><c:out value="${title}"/></h1>
    <section class="p-card" role="status">
      <p><spring:message code="admin.people.made.once"/></p>
      <dl class="p-facts">
        <dt><spring:message code="account.username"/></dt><dd><code><c:out value="${person.username}"/></code></dd>
        <dt><spring:message code="account.password"/></dt><dd><code data-testid="person-password"><c:out value="${password}"/></code></dd>
      </dl>
      <div><a class="btn btn-primary" href="${base}/admin/people/<c:out value='${person.username}'/>"><spring:message code="admin.people.toPerson"/></a></div>
    </section>
  </div>
</p:layout>
