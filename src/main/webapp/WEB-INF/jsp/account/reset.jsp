<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="account.reset.title" var="title"/>
<p:plain title="${title}">
  <h1 class="p-title"><c:out value="${title}"/></h1>
  <p class="p-lead"><spring:message code="account.reset.text" arguments="${reset.username}" htmlEscape="true"/></p>
  <form method="post" action="${base}/reset" novalidate>
    <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
    <input type="hidden" name="token" value="<c:out value='${token}'/>">
    <input type="hidden" name="username" autocomplete="username" value="<c:out value='${reset.username}'/>">
    <c:if test="${not empty reset.question}">
      <div>
        <p class="form-label"><spring:message code="account.question.asked"/></p>
        <p data-testid="secret-question"><c:out value="${reset.question}"/></p>
      </div>
      <spring:bind path="form.answer">
        <p:field name="answer" label="account.question.answer" error="${status.errorMessage}" autocomplete="off" maxlength="200"/>
      </spring:bind>
    </c:if>
    <spring:bind path="form.next">
      <p:field name="next" type="password" label="account.password.next" hint="account.password.hint" error="${status.errorMessage}"
               autocomplete="new-password" maxlength="256"/>
    </spring:bind>
    <button class="btn btn-primary w-100" type="submit"><spring:message code="account.reset.do"/></button>
  </form>
</p:plain>
