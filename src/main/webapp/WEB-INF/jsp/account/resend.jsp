<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="account.resend.title" var="title"/>
<p:plain title="${title}">
  <h1 class="p-title"><c:out value="${title}"/></h1>
  <p class="p-lead"><spring:message code="account.resend.text"/></p>
  <form method="post" action="${base}/register/resend" novalidate>
    <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
    <spring:bind path="form.email">
      <p:field name="email" type="email" label="account.email" value="${status.value}" error="${status.errorMessage}" autocomplete="email" maxlength="254"/>
    </spring:bind>
    <button class="btn btn-primary w-100" type="submit"><spring:message code="account.resend.do"/></button>
  </form>
  <p class="p-aside"><a href="${base}/login"><spring:message code="account.register.haveOne"/></a></p>
</p:plain>
