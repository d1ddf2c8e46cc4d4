<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="profile.title" var="title"/>
<p:layout title="${title}" page="profile">
  <div class="p-page">
    <h1 class="p-title"><c:out value="${title}"/></h1>
    <p:profile-nav page="profile"/>
    <c:if test="${not empty saved}"><p class="alert alert-success" role="status" data-testid="saved"><spring:message code="${saved}"/></p></c:if>

    <section class="p-card" aria-labelledby="h-name">
      <h2 class="p-subtitle" id="h-name"><spring:message code="profile.you"/></h2>
      <dl class="p-facts">
        <dt><spring:message code="account.username"/></dt><dd><c:out value="${me.username}"/></dd>
        <dt><spring:message code="profile.address"/></dt><dd data-testid="own-address">sip:<c:out value="${me.user}@${sipDomain}"/></dd>
      </dl>
      <form method="post" action="${base}/profile" novalidate>
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <spring:bind path="profileForm.name">
          <p:field name="name" label="account.name" hint="account.name.hint" value="${status.value}" error="${status.errorMessage}"
                   autocomplete="name" maxlength="120"/>
        </spring:bind>
        <button class="btn btn-primary" type="submit"><spring:message code="profile.save"/></button>
      </form>
    </section>
  </div>
</p:layout>
