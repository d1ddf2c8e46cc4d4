<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<spring:message code="home.title" var="title"/>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<p:layout title="${title}" page="home">
  <div class="page-body">
    <div class="page-head"><div><h1 data-greeting>${title}</h1><p data-around aria-live="polite"></p></div></div>
    <div class="home-grid">
      <section class="panel" aria-labelledby="home-talks">
        <div class="panel-head"><h2 id="home-talks"><spring:message code="home.talks"/></h2><a class="btn btn-quiet" href="${base}/messages"><spring:message code="home.all"/></a></div>
        <ul class="rows" data-list="talks" data-arrows aria-busy="true"><p:skeleton rows="4"/></ul>
      </section>
      <section class="panel home-side" aria-labelledby="home-people">
        <div class="panel-head"><h2 id="home-people"><spring:message code="home.people"/></h2></div>
        <ul class="rows" data-list="people" data-arrows aria-busy="true"><p:skeleton rows="6"/></ul>
      </section>
      <section class="panel" aria-labelledby="home-calls">
        <div class="panel-head"><h2 id="home-calls"><spring:message code="home.calls"/></h2><a class="btn btn-quiet" href="${base}/history"><spring:message code="home.all"/></a></div>
        <ul class="rows" data-list="calls" data-arrows aria-busy="true"><p:skeleton rows="4"/></ul>
      </section>
    </div>
  </div>
</p:layout>
