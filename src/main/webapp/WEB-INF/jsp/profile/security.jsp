<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="profile.security.title" var="title"/>
<p:layout title="${title}" page="profile">
  <div class="p-page">
    <h1 class="p-title"><c:out value="${title}"/></h1>
    <p:profile-nav page="security"/>
    <c:if test="${not empty saved}"><p class="alert alert-success" role="status" data-testid="saved"><spring:message code="${saved}"/></p></c:if>

    <section class="p-card" aria-labelledby="h-password">
      <h2 class="p-subtitle" id="h-password"><spring:message code="profile.password"/></h2>
      <form method="post" action="${base}/profile/security/password" novalidate>
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <input type="hidden" name="username" autocomplete="username" value="<c:out value='${me.username}'/>">
        <spring:bind path="passwordForm.current">
          <p:field name="current" type="password" label="account.password.current" error="${status.errorMessage}"
                   autocomplete="current-password" maxlength="256"/>
        </spring:bind>
        <spring:bind path="passwordForm.next">
          <p:field name="next" type="password" label="account.password.next" hint="account.password.hint" error="${status.errorMessage}"
                   autocomplete="new-password" maxlength="256"/>
        </spring:bind>
        <button class="btn btn-primary" type="submit"><spring:message code="profile.password.change"/></button>
      </form>
    </section>
  </div>
</p:layout>
