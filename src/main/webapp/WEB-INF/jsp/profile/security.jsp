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

    <c:if test="${not empty providerProblem}"><p class="alert alert-danger" role="alert" data-testid="provider-problem"><spring:message code="provider.problem.${providerProblem}"/></p></c:if>
    <c:if test="${not empty providerSaved}"><p class="alert alert-success" role="status" data-testid="saved"><spring:message code="${providerSaved}"/></p></c:if>
    <section class="p-card" aria-labelledby="h-password">
      <h2 class="p-subtitle" id="h-password"><spring:message code="profile.password"/></h2>
      <c:choose>
      <c:when test="${hasPassword}">
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
      </c:when>
      <c:when test="${isFresh}">
      <p class="form-text"><spring:message code="profile.password.none"/></p>
      <form method="post" action="${base}/profile/security/first-password" novalidate>
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <input type="hidden" name="username" autocomplete="username" value="<c:out value='${me.username}'/>">
        <spring:bind path="firstPasswordForm.next">
          <p:field name="next" type="password" label="account.password.next" hint="account.password.hint" error="${status.errorMessage}"
                   autocomplete="new-password" maxlength="256"/>
        </spring:bind>
        <button class="btn btn-primary" type="submit"><spring:message code="profile.password.set"/></button>
      </form>
      </c:when>
      <c:otherwise>
      <p class="form-text"><spring:message code="profile.password.none"/>&#32;<spring:message code="profile.fresh"/></p>
      </c:otherwise>
      </c:choose>
    </section>

    <section class="p-card" aria-labelledby="h-factor">
      <h2 class="p-subtitle" id="h-factor"><spring:message code="factor.title"/></h2>
      <p class="form-text"><spring:message code="${factorOn ? 'factor.isOn' : 'factor.isOff'}"/></p>
      <a class="btn btn-secondary p-start" href="${base}/profile/security/factor" data-testid="factor-open"><spring:message code="${factorOn ? 'factor.change' : 'factor.setup.begin'}"/></a>
    </section>

    <c:if test="${not empty providers}">
    <section class="p-card" aria-labelledby="h-providers">
      <h2 class="p-subtitle" id="h-providers"><spring:message code="profile.providers"/></h2>
      <p class="form-text"><spring:message code="profile.providers.hint"/></p>
      <c:if test="${lastWay}"><p class="alert alert-danger" role="alert" data-testid="last-way"><spring:message code="profile.provider.last"/></p></c:if>
      <ul class="p-rows">
        <c:forEach items="${providers}" var="provider">
          <li class="p-row" data-testid="provider-${provider.id()}" data-linked="${provider.linked()}">
            <span class="p-row-text"><i class="bi bi-${provider.id() eq 'oidc' ? 'building' : provider.id()}" aria-hidden="true"></i>
              <strong><c:out value="${provider.name()}"/></strong>
              <c:if test="${not empty provider.email()}"><span class="p-row-sub"><c:out value="${provider.email()}"/></span></c:if>
              <c:if test="${provider.linked() and not empty provider.lastUsedAt()}"><span class="p-row-sub"><spring:message code="profile.lastUsed"/>&#32;<p:time at="${provider.lastUsedAt()}"/></span></c:if></span>
            <c:choose>
              <c:when test="${provider.linked()}">
                <form method="post" action="${base}/profile/security/providers/${provider.id()}/unlink">
                  <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
                  <button class="btn btn-outline-danger btn-sm" type="submit"><spring:message code="profile.provider.unlink"/></button>
                </form>
              </c:when>
              <c:otherwise>
                <a class="btn btn-outline-secondary btn-sm" href="<c:out value='${publicUrl}'/>/oauth2/authorization/${provider.id()}?link=${linkWord}" data-no-shell><spring:message code="profile.provider.link"/></a>
              </c:otherwise>
            </c:choose>
          </li>
        </c:forEach>
      </ul>
    </section>
    </c:if>
  </div>
</p:layout>
