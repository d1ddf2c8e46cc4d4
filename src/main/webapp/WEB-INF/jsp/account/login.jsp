<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:if test="${problem eq 'account.signIn.usernameMissing'}"><spring:message code="${problem}" var="usernameError"/></c:if>
<c:if test="${problem eq 'account.signIn.passwordMissing'}"><spring:message code="${problem}" var="passwordError"/></c:if>
<spring:message code="account.signIn.title" var="title"/>
<p:plain title="${title}">
  <h1 class="p-title"><c:out value="${title}"/></h1>
  <c:if test="${not empty problem and empty usernameError and empty passwordError}">
    <p class="alert alert-danger" role="alert" data-testid="sign-in-problem"><spring:message code="${problem}"/></p>
  </c:if>
  <c:if test="${problem eq 'account.signIn.unverified'}">
    <p><a href="${pageContext.request.contextPath}/register/resend"><spring:message code="account.resend.link"/></a></p>
  </c:if>
  <c:if test="${param.reset ne null and empty problem}">
    <p class="alert alert-success" role="status" data-testid="password-reset"><spring:message code="account.reset.done"/></p>
  </c:if>
  <c:if test="${param.closed ne null and empty problem}">
    <p class="alert alert-info" role="status" data-testid="account-closed"><spring:message code="account.closed"/></p>
  </c:if>
  <c:if test="${not empty welcome and empty problem}">
    <p class="alert alert-success" role="status" data-testid="welcome"><spring:message code="invitation.welcome"/></p>
  </c:if>
  <c:if test="${not empty param.out and empty problem}">
    <p class="alert alert-info" role="status"><spring:message code="account.signIn.out"/></p>
  </c:if>
  <c:if test="${not empty providerProblem}">
    <p class="alert alert-danger" role="alert" data-testid="provider-problem"><spring:message code="provider.problem.${providerProblem}"/></p>
  </c:if>
  <form method="post" action="${pageContext.request.contextPath}/login" novalidate>
    <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
    <p:field name="username" label="account.username" value="${username}" error="${usernameError}"
             autocomplete="username" maxlength="64" autofocus="${empty username}"/>
    <p:field name="password" label="account.password" type="password" error="${passwordError}"
             autocomplete="current-password" maxlength="256" autofocus="${not empty username}"/>
    <button class="btn btn-primary w-100" type="submit" data-testid="sign-in"><spring:message code="account.signIn.do"/></button>
  </form>
  <p class="p-aside"><a href="${pageContext.request.contextPath}/forgot"><spring:message code="account.forgot.link"/></a></p>
  <c:if test="${not empty providers}">
    <p class="plain-or"><spring:message code="account.signIn.or"/></p>
    <ul class="plain-ways">
      <c:forEach items="${providers}" var="provider">
        <li><a class="btn btn-outline-secondary w-100" href="<c:out value='${publicUrl}'/>/oauth2/authorization/${provider.id()}" data-testid="sign-in-${provider.id()}">
          <i class="bi bi-${provider.id() eq 'oidc' ? 'building' : provider.id()}" aria-hidden="true"></i>
          <spring:message code="account.signIn.with" arguments="${provider.name()}" htmlEscape="true"/></a></li>
      </c:forEach>
    </ul>
  </c:if>
  <c:if test="${canRegister}">
    <p class="p-aside"><a href="${pageContext.request.contextPath}/register"><spring:message code="account.register.link"/></a></p>
  </c:if>
  <p:modules rel="prefetch"/>
</p:plain>
