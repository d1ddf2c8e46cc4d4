<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="mails.title" var="title"/>
<spring:message code="mails.lists" var="lists" htmlEscape="true"/>
<spring:message code="mails.none.title" var="noneTitle"/>
<spring:message code="mails.none.hint" var="noneHint"/>
<p:layout title="${title}" page="admin-mail">
  <div class="page-body admin">
    <p:admin-nav page="mail"/>
    <div class="page-head"><h1><c:out value="${title}"/></h1></div>
    <c:if test="${not empty saved}"><p class="alert alert-success" role="status" data-testid="saved"><spring:message code="${saved}"/></p></c:if>
    <section class="panel panel-padded mail-settings" aria-labelledby="h-settings">
      <h2 class="p-subtitle" id="h-settings"><spring:message code="mails.settings"/></h2>
      <p class="form-text" data-testid="mail-source" data-source="${source}"><spring:message code="mails.source.${source}"/></p>
      <c:if test="${source != 'OPERATOR' and empty mail.host}"><p class="alert alert-warning"><spring:message code="mails.settings.none"/></p></c:if>
      <form method="post" action="${base}/admin/mail" novalidate data-mail-settings>
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <c:choose>
        <c:when test="${source == 'OPERATOR'}">
        <dl class="p-facts" data-testid="mail-settings">
          <dt><spring:message code="mails.settings.server"/></dt><dd><c:choose><c:when test="${empty mail.host}"><spring:message code="mails.settings.user.none"/></c:when><c:otherwise><c:out value="${mail.host}:${mail.port}"/></c:otherwise></c:choose></dd>
          <dt><spring:message code="mails.settings.tls"/></dt><dd><spring:message code="mails.tls.${mail.tls}"/></dd>
          <dt><spring:message code="mails.settings.user"/></dt><dd><c:choose><c:when test="${empty mail.user}"><spring:message code="mails.settings.user.none"/></c:when><c:otherwise><c:out value="${mail.user}"/></c:otherwise></c:choose></dd>
          <dt><spring:message code="mails.settings.password"/></dt><dd><spring:message code="${empty mail.password ? 'mails.settings.password.none' : 'mails.settings.password.set'}"/></dd>
          <dt><spring:message code="mails.settings.from"/></dt><dd><c:out value="${mail.from}"/></dd>
        </dl>
        </c:when>
        <c:otherwise>
        <div class="mail-fields">
          <spring:bind path="form.host"><p:field name="host" label="mails.settings.server" hint="mails.host.hint" value="${status.value}" error="${status.errorMessage}" maxlength="253" autocomplete="off"/></spring:bind>
          <spring:bind path="form.port"><p:field name="port" label="mails.settings.port" hint="mails.port.hint" value="${status.value}" error="${status.errorMessage}" maxlength="5" autocomplete="off"/></spring:bind>
          <spring:bind path="form.tls"><div class="p-field"><label class="form-label" for="f-tls"><spring:message code="mails.settings.tls"/></label>
            <select class="form-select" id="f-tls" name="tls"><c:forEach var="one" items="${ways}"><option value="${one}"<c:if test="${one == status.value}"> selected</c:if>><spring:message code="mails.tls.${one}"/></option></c:forEach></select>
            <c:if test="${not empty status.errorMessage}"><p class="invalid-feedback d-block" data-testid="error-tls"><c:out value="${status.errorMessage}"/></p></c:if></div></spring:bind>
          <spring:bind path="form.user"><p:field name="user" label="mails.settings.user" hint="mails.user.hint" value="${status.value}" error="${status.errorMessage}" maxlength="254" autocomplete="off"/></spring:bind>
          <spring:bind path="form.password"><p:field name="password" type="password" label="mails.settings.password" hint="${empty mail.password ? 'mails.password.none' : 'mails.password.hint'}" error="${status.errorMessage}" maxlength="500" autocomplete="new-password"/></spring:bind>
          <spring:bind path="form.from"><p:field name="from" type="email" label="mails.settings.from" value="${status.value}" error="${status.errorMessage}" maxlength="254" autocomplete="off"/></spring:bind>
        </div>
        <div class="page-acts">
          <button class="btn btn-primary" type="submit" name="act" value="save" data-testid="mail-save"><spring:message code="mails.save"/></button>
          <c:if test="${source == 'SAVED'}"><button class="btn btn-secondary" type="submit" name="act" value="forget" data-testid="mail-forget"><spring:message code="mails.forget"/></button></c:if>
        </div>
        </c:otherwise>
        </c:choose>
        <div class="mail-try">
          <spring:bind path="form.to"><p:field name="to" type="email" label="mails.test.to" hint="mails.test.hint" value="${status.value}" error="${status.errorMessage}" autocomplete="email" maxlength="254"/></spring:bind>
          <button class="btn btn-secondary" type="submit" name="act" value="test" data-testid="mail-send-test"><spring:message code="mails.test.do"/></button>
        </div>
        <c:if test="${not empty test}">
        <div class="alert ${empty test.problem ? 'alert-success' : 'alert-danger'}" role="${empty test.problem ? 'status' : 'alert'}" data-testid="mail-test" data-state="${empty test.problem ? 'SENT' : 'FAILED'}">
          <c:choose>
          <c:when test="${empty test.problem}"><spring:message code="mails.test.sent" arguments="${tested}" htmlEscape="true"/></c:when>
          <c:otherwise><strong><spring:message code="mails.problem.${test.problem.key()}"/></strong><c:if test="${not empty test.words}"><br><span class="mail-words"><spring:message code="mails.problem.words"/> <c:out value="${test.words}"/></span></c:if></c:otherwise>
          </c:choose>
        </div>
        </c:if>
      </form>
    </section>
    <nav class="chips chips-wrap" aria-label="${lists}">
      <c:forEach var="name" items="${states}">
      <a class="chip" href="${base}/admin/mail?state=${name}" data-testid="mails-${name}"<c:if test="${name == state}"> aria-current="page"</c:if>><spring:message code="mails.state.${name}"/><c:if test="${name == 'failed' and failed gt 0}"> ${failed}</c:if><c:if test="${name == 'waiting' and waiting gt 0}"> ${waiting}</c:if></a>
      </c:forEach>
    </nav>
    <section class="panel" aria-label="${lists}">
      <c:choose>
      <c:when test="${empty mails.items and empty sending}"><p:empty icon="envelope" title="${noneTitle}" hint="${noneHint}"/></c:when>
      <c:otherwise>
      <table class="sheet-table" data-testid="mails">
        <thead><tr><th scope="col"><spring:message code="mails.at"/></th><th scope="col"><spring:message code="mails.to"/></th><th scope="col"><spring:message code="mails.subject"/></th><th scope="col"><spring:message code="mails.what"/></th><th scope="col"></th></tr></thead>
        <tbody>
        <c:forEach var="row" items="${sending}">
        <tr><td class="tabular"><c:out value="${row.writtenAt}"/></td><td class="cell-long"><c:out value="${row.mail.recipient}"/></td><td class="cell-long"><c:out value="${row.mail.subject}"/></td><td><spring:message code="mails.state.sending"/></td><td></td></tr>
        </c:forEach>
        <c:forEach var="row" items="${mails.items}">
        <tr data-testid="mail" data-id="${row.mail.id}">
          <td class="tabular"><c:out value="${row.writtenAt}"/></td>
          <td class="cell-long"><c:out value="${row.mail.recipient}"/></td>
          <td class="cell-long"><c:out value="${row.mail.subject}"/></td>
          <td><c:choose>
            <c:when test="${state == 'waiting'}"><spring:message code="mails.next" arguments="${row.nextAt}" htmlEscape="true"/></c:when>
            <c:otherwise><c:out value="${row.finishedAt}"/></c:otherwise></c:choose>
            <c:if test="${state == 'waiting' or state == 'failed'}"> <span class="muted"><spring:message code="mails.tries" arguments="${row.mail.tries}"/></span></c:if>
            <c:if test="${not empty row.mail.problem}"><br><span data-testid="mail-problem"><c:if test="${not empty row.mail.reason()}"><spring:message code="mails.reason.${row.mail.reason()}"/> </c:if><c:out value="${row.mail.words()}"/></span></c:if></td>
          <td><c:if test="${state == 'waiting' or state == 'failed'}">
            <form class="mail-acts" method="post" action="${base}/admin/mail/${row.mail.id}/retry">
              <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}"><input type="hidden" name="state" value="${state}">
              <button class="btn btn-secondary btn-sm" type="submit" data-testid="mail-retry"><spring:message code="mails.retry"/></button>
              <button class="btn btn-outline-danger btn-sm" type="submit" formaction="${base}/admin/mail/${row.mail.id}/discard" data-testid="mail-discard"><spring:message code="mails.discard"/></button>
            </form></c:if></td>
        </tr>
        </c:forEach>
        </tbody>
      </table>
      </c:otherwise>
      </c:choose>
      <c:if test="${not empty mails.next}"><div class="more"><a class="btn" href="${base}/admin/mail?state=${state}&amp;before=${mails.next}"><spring:message code="mails.older"/></a></div></c:if>
    </section>
  </div>
</p:layout>
