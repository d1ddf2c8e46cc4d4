<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<spring:message code="people.phonebook" var="title"/>
<p:layout title="${title}" page="phonebook">
  <div class="split">
    <section class="split-list" aria-label="${title}">
      <div class="list-head"><h1>${title}</h1></div>
      <p:people-tabs page="phonebook"/>
    </section>
    <section class="split-detail"></section>
  </div>
</p:layout>
