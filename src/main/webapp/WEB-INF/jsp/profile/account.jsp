<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="profile.account.title" var="title"/>
<p:layout title="${title}" page="profile">
  <div class="p-page">
    <h1 class="p-title"><c:out value="${title}"/></h1>
    <p:profile-nav page="account"/>
    <c:if test="${not empty saved}"><p class="alert alert-success" role="status" data-testid="saved"><spring:message code="${saved}"/></p></c:if>

    <section class="p-card" aria-labelledby="h-email">
      <h2 class="p-subtitle" id="h-email"><spring:message code="account.email"/></h2>
      <dl class="p-facts">
        <dt><spring:message code="profile.email.now"/></dt>
        <dd data-testid="own-email"><c:choose>
          <c:when test="${empty account.email}"><spring:message code="profile.email.none"/></c:when>
          <c:otherwise><c:out value="${account.email}"/><c:if test="${not account.verified}"> · <spring:message code="profile.email.unverified"/></c:if></c:otherwise>
        </c:choose></dd>
        <c:if test="${not empty account.pending}">
        <dt><spring:message code="profile.email.pending"/></dt><dd data-testid="pending-email"><c:out value="${account.pending}"/></dd>
        </c:if>
      </dl>
      <c:if test="${not empty account.pending}">
      <form method="post" action="${base}/profile/account/email/cancel">
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <button class="btn btn-secondary btn-sm" type="submit"><spring:message code="profile.email.cancel"/></button>
      </form>
      </c:if>
      <c:choose>
      <c:when test="${mailOpen}">
      <form method="post" action="${base}/profile/account/email" novalidate>
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <spring:bind path="emailForm.email">
          <p:field name="email" type="email" label="profile.email.next" hint="profile.email.hint" value="${status.value}" error="${status.errorMessage}" autocomplete="email" maxlength="254"/>
        </spring:bind>
        <spring:bind path="emailForm.emailPassword"><p:reauth name="emailPassword" error="${status.errorMessage}" hasPassword="${account.hasPassword}"/></spring:bind>
        <button class="btn btn-primary" type="submit" data-testid="email-change"><spring:message code="profile.email.change"/></button>
      </form>
      </c:when>
      <c:otherwise><p class="form-text"><spring:message code="profile.email.closed"/></p></c:otherwise>
      </c:choose>
    </section>

    <section class="p-card" aria-labelledby="h-mails">
      <h2 class="p-subtitle" id="h-mails"><spring:message code="profile.mails"/></h2>
      <p class="form-text"><spring:message code="profile.mails.hint"/></p>
      <form method="post" action="${base}/profile/account/mails">
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <div class="p-field">
          <label class="form-label" for="f-delay"><spring:message code="profile.mails.wait"/></label>
          <select class="form-select" id="f-delay" name="delay">
            <c:forEach var="choice" items="${choices}"><option value="${choice}"<c:if test="${choice == offlineMail}"> selected</c:if>><spring:message code="profile.mails.wait.${choice}"/></option></c:forEach>
          </select>
        </div>
        <button class="btn btn-primary" type="submit" data-testid="mails-save"><spring:message code="profile.save"/></button>
      </form>
    </section>

    <section class="p-card" aria-labelledby="h-sip">
      <h2 class="p-subtitle" id="h-sip"><spring:message code="profile.sip"/></h2>
      <dl class="p-facts">
        <dt><spring:message code="profile.address"/></dt><dd data-testid="own-address">sip:<c:out value="${me.user}@${sipDomain}"/></dd>
        <c:forEach var="name" items="${former}">
        <dt><spring:message code="profile.sip.former"/></dt><dd data-testid="former-name"><spring:message code="profile.sip.until" arguments="${name[0]};${name[1]}" argumentSeparator=";" htmlEscape="true"/></dd>
        </c:forEach>
      </dl>
      <form method="post" action="${base}/profile/account/name" novalidate>
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <spring:bind path="sipNameForm.user">
          <p:field name="user" label="profile.sip.next" hint="profile.sip.hint" value="${status.value}" error="${status.errorMessage}" autocomplete="off" maxlength="64"/>
        </spring:bind>
        <spring:bind path="sipNameForm.userPassword"><p:reauth name="userPassword" error="${status.errorMessage}" hasPassword="${account.hasPassword}"/></spring:bind>
        <button class="btn btn-primary" type="submit" data-testid="name-change"><spring:message code="profile.sip.change"/></button>
      </form>
    </section>

    <c:if test="${account.hasPassword}">
    <section class="p-card" aria-labelledby="h-question">
      <h2 class="p-subtitle" id="h-question"><spring:message code="profile.question"/></h2>
      <p class="form-text"><spring:message code="profile.question.hint"/></p>
      <c:if test="${not empty question}">
      <dl class="p-facts"><dt><spring:message code="profile.question.now"/></dt><dd data-testid="own-question"><c:out value="${question}"/></dd></dl>
      </c:if>
      <form method="post" action="${base}/profile/account/question" novalidate>
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <spring:bind path="questionForm.question">
          <p:field name="question" label="profile.question.text" value="${status.value}" error="${status.errorMessage}" autocomplete="off" maxlength="200"/>
        </spring:bind>
        <spring:bind path="questionForm.answer">
          <p:field name="answer" label="account.question.answer" hint="profile.question.answerHint" error="${status.errorMessage}" autocomplete="off" maxlength="200"/>
        </spring:bind>
        <spring:bind path="questionForm.questionPassword"><p:reauth name="questionPassword" error="${status.errorMessage}" hasPassword="${account.hasPassword}"/></spring:bind>
        <button class="btn btn-primary" type="submit" data-testid="question-save"><spring:message code="${empty question ? 'profile.question.set' : 'profile.question.replace'}"/></button>
      </form>
      <c:if test="${not empty question}">
      <form method="post" action="${base}/profile/account/question/remove" novalidate>
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <spring:bind path="removeForm.removePassword"><p:reauth name="removePassword" error="${status.errorMessage}" hasPassword="${account.hasPassword}"/></spring:bind>
        <button class="btn btn-secondary" type="submit"><spring:message code="profile.question.remove"/></button>
      </form>
      </c:if>
    </section>
    </c:if>

    <section class="p-card" aria-labelledby="h-close">
      <h2 class="p-subtitle" id="h-close"><spring:message code="profile.close"/></h2>
      <p><spring:message code="profile.close.text"/></p>
      <form method="post" action="${base}/profile/account/close" novalidate>
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <spring:bind path="closeForm.closePassword"><p:reauth name="closePassword" error="${status.errorMessage}" hasPassword="${account.hasPassword}"/></spring:bind>
        <button class="btn btn-outline-danger" type="submit" data-testid="account-close"><spring:message code="profile.close.do"/></button>
      </form>
    </section>
  </div>
</p:layout>
