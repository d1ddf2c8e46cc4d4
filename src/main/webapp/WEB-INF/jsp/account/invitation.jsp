<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<spring:message code="invitation.title" var="title" arguments="${organisation}" argumentSeparator="|"/>
<p:plain title="${title}">
  <h1 class="p-title"><c:out value="${title}"/></h1>
  <p class="p-lead"><spring:message code="invitation.lead"/></p>
  <form method="post" novalidate>
    <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
    <dl class="p-facts"><dt><spring:message code="account.username"/></dt><dd data-testid="invited-username"><c:out value="${invited.username}"/></dd></dl>
    <input type="hidden" name="username" autocomplete="username" value="<c:out value='${invited.username}'/>">
    <spring:bind path="form.name">
      <p:field name="name" label="account.name" hint="account.name.hint" value="${status.value}" error="${status.errorMessage}"
               autocomplete="name" maxlength="120"/>
    </spring:bind>
    <spring:bind path="form.password">
      <p:field name="password" label="account.password" type="password" hint="account.password.hint" error="${status.errorMessage}"
               autocomplete="new-password" maxlength="256"/>
    </spring:bind>
    <button class="btn btn-primary w-100" type="submit"><spring:message code="invitation.accept"/></button>
  </form>
</p:plain>
