<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="phonebook.groups" var="title"/>
<spring:message code="phonebook.group.name" var="nameLabel" htmlEscape="true"/>
<p:layout title="${title}" page="phonebook-groups">
  <div class="p-page">
    <p:book-head title="${title}"/>
    <section class="p-card">
      <c:if test="${not empty problem}"><p class="alert alert-danger" role="alert"><spring:message code="${problem}"/></p></c:if>
      <form class="book-inline" method="post" action="${base}/phonebook/groups">
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <input class="form-control" name="name" maxlength="60" aria-label="${nameLabel}" placeholder="${nameLabel}" autocomplete="off" required>
        <button class="btn btn-primary" type="submit"><spring:message code="phonebook.group.add"/></button>
      </form>
      <c:if test="${empty groups}"><p class="form-text"><spring:message code="phonebook.groups.none"/></p></c:if>
      <ul class="p-rows"><c:forEach var="group" items="${groups}">
        <li class="p-row" data-testid="group-row">
          <form class="book-inline" method="post" action="${base}/phonebook/groups/${group.id}">
            <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
            <input class="form-control" name="name" maxlength="60" value="<c:out value='${group.name}'/>" aria-label="${nameLabel}" autocomplete="off" required>
            <button class="btn" type="submit"><spring:message code="phonebook.group.rename"/></button>
          </form>
          <a class="btn btn-quiet" href="${base}/phonebook?group=${group.id}"><spring:message code="phonebook.group.size" arguments="${group.size}"/></a>
          <form method="post" action="${base}/phonebook/groups/${group.id}/remove">
            <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
            <button class="btn" type="submit"><spring:message code="phonebook.remove"/></button>
          </form>
        </li></c:forEach></ul>
    </section>
  </div>
</p:layout>
