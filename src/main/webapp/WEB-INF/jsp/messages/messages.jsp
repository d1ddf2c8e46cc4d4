<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<spring:message code="messages.title" var="title"/>
<spring:message code="messages.find" var="find" htmlEscape="true"/>
<spring:message code="messages.list" var="list" htmlEscape="true"/>
<spring:message code="messages.none.title" var="noneTitle"/>
<spring:message code="messages.none.hint" var="noneHint"/>
<spring:message code="messages.new" var="newOne" htmlEscape="true"/>
<p:layout title="${title}" page="messages">
  <div class="split" data-peer="<c:out value='${peer.user}'/>" data-peer-name="<c:out value='${peer.name}'/>">
    <section class="split-list" aria-label="${list}" data-arrows>
      <div class="list-head"><h1>${title}</h1>
        <button type="button" class="btn-icon" data-new aria-label="${newOne}" title="${newOne}"><i class="bi bi-pencil-square" aria-hidden="true"></i></button></div>
      <div class="list-search"><input type="search" class="form-control" data-find aria-label="${find}" placeholder="${find}" autocomplete="off" maxlength="120" data-testid="message-find"></div>
      <div class="list-scroll"><ul class="rows" data-list="talks" aria-busy="true"><p:skeleton rows="7"/></ul></div>
    </section>
    <section class="split-detail" data-talk>
      <p:empty icon="chat-dots" title="${noneTitle}" hint="${noneHint}">
        <button type="button" class="btn btn-primary" data-new>${newOne}</button>
      </p:empty>
    </section>
  </div>
  <template id="talk">
    <p:talk/>
  </template>
</p:layout>
