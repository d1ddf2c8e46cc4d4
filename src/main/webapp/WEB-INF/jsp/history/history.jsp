<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<spring:message code="history.title" var="title"/>
<spring:message code="history.kinds" var="kinds" htmlEscape="true"/>
<spring:message code="history.person" var="person" htmlEscape="true"/>
<spring:message code="history.calls" var="calls" htmlEscape="true"/>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<p:layout title="${title}" page="history">
  <div class="page-body">
    <form class="filters" method="get" action="${base}/history" role="search">
      <div class="page-head">
        <h1>${title}</h1>
        <div class="filter-person"><input type="search" class="form-control" name="person" aria-label="${person}" placeholder="${person}" autocomplete="off" maxlength="120" list="history-people"><datalist id="history-people"></datalist></div>
      </div>
      <nav class="chips" aria-label="${kinds}">
        <a class="chip" href="${base}/history" data-kind-filter=""><spring:message code="history.all"/></a>
        <c:forEach var="kind" items="missed,incoming,outgoing,declined,failed,elsewhere">
        <a class="chip" href="${base}/history?kind=${kind}" data-kind-filter="${kind}"><spring:message code="js.history.kind.${kind}"/></a>
        </c:forEach>
      </nav>
    </form>
    <section class="panel history-list" aria-label="${calls}">
      <div data-list="calls" data-arrows aria-busy="true"><p:skeleton rows="8"/></div>
      <div class="more" data-more hidden><button type="button" class="btn"><spring:message code="history.more"/></button></div>
    </section>
  </div>
</p:layout>
