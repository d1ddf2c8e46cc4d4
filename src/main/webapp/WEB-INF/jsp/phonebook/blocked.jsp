<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="phonebook.blocked" var="title"/>
<spring:message code="phonebook.block.who" var="whoLabel" htmlEscape="true"/>
<p:layout title="${title}" page="phonebook-blocked">
  <div class="p-page">
    <p:book-head title="${title}"/>
    <section class="p-card">
      <p class="form-text"><spring:message code="phonebook.blocked.hint"/></p>
      <c:if test="${not empty problem}"><p class="alert alert-danger" role="alert" data-testid="block-problem"><spring:message code="${problem}"/></p></c:if>
      <form class="book-inline" method="post" action="${base}/phonebook/blocked">
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <input class="form-control" name="who" maxlength="320" value="<c:out value='${who}'/>" aria-label="${whoLabel}" placeholder="${whoLabel}" autocomplete="off" autocapitalize="none" spellcheck="false" required data-testid="block-who">
        <button class="btn btn-primary" type="submit" data-testid="block-add"><spring:message code="phonebook.block"/></button>
      </form>
      <c:if test="${empty page.items}"><p class="form-text"><spring:message code="phonebook.blocked.none"/></p></c:if>
      <ul class="p-rows"><c:forEach var="block" items="${page.items}">
        <li class="p-row" data-testid="block-row">
          <div class="who"><p:avatar name="${block.name}" picture="${block.picture}"/><div class="p-row-text"><c:out value="${block.name}"/><span class="p-row-sub"><spring:message code="phonebook.blocked.since"/>&#32;<p:time at="${block.since}"/></span></div></div>
          <form method="post" action="${base}/phonebook/blocked/${block.id}/remove">
            <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
            <button class="btn" type="submit" data-testid="unblock"><spring:message code="phonebook.unblock"/></button>
          </form>
        </li></c:forEach></ul>
      <c:if test="${not empty page.next}"><div class="more"><a class="btn" href="${base}/phonebook/blocked?before=${page.next}"><spring:message code="history.more"/></a></div></c:if>
    </section>
  </div>
</p:layout>
