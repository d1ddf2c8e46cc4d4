<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<spring:message code="account.register.title" var="title"/>
<p:plain title="${title}">
  <h1 class="p-title"><c:out value="${title}"/></h1>
  <c:if test="${approval}"><p class="p-lead"><spring:message code="account.register.approval"/></p></c:if>
  <form method="post" action="${pageContext.request.contextPath}/register" novalidate>
    <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
    <spring:bind path="form.username">
      <p:field name="username" label="account.username" hint="account.username.hint" value="${status.value}"
               error="${status.errorMessage}" autocomplete="username" maxlength="64"/>
    </spring:bind>
    <spring:bind path="form.name">
      <p:field name="name" label="account.name" hint="account.name.hint" value="${status.value}"
               error="${status.errorMessage}" autocomplete="name" maxlength="120"/>
    </spring:bind>
    <c:if test="${verifies}">
    <spring:bind path="form.email">
      <p:field name="email" type="email" label="account.email" hint="account.email.hint" value="${status.value}"
               error="${status.errorMessage}" autocomplete="email" maxlength="254"/>
    </spring:bind>
    </c:if>
    <spring:bind path="form.password">
      <p:field name="password" label="account.password" type="password" hint="account.password.hint"
               error="${status.errorMessage}" autocomplete="new-password" maxlength="256"/>
    </spring:bind>
    <button class="btn btn-primary w-100" type="submit"><spring:message code="account.register.do"/></button>
  </form>
  <p class="p-aside"><a href="${pageContext.request.contextPath}/login"><spring:message code="account.register.haveOne"/></a></p>
</p:plain>
