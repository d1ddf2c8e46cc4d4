<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}/profile/security/factor"/>
<c:if test="${not empty problem}"><spring:message code="${problem}" var="codeError"/></c:if>
<spring:message code="factor.title" var="title"/>
<p:layout title="${title}" page="profile">
  <div class="p-page">
    <h1 class="p-title"><c:out value="${title}"/></h1>
    <p:profile-nav page="security"/>
    <c:if test="${not empty saved}"><p class="alert alert-success" role="status" data-testid="saved"><spring:message code="${saved}"/></p></c:if>

    <c:if test="${not empty codes}">
      <section class="p-card" aria-labelledby="h-codes">
        <h2 class="p-subtitle" id="h-codes"><spring:message code="factor.codes"/></h2>
        <p class="alert alert-info" role="status"><spring:message code="factor.codes.once"/></p>
        <ol class="factor-codes" data-testid="recovery-codes">
          <c:forEach items="${codes}" var="code"><li><code><c:out value="${code}"/></code></li></c:forEach>
        </ol>
      </section>
    </c:if>

    <section class="p-card" aria-labelledby="h-factor">
      <h2 class="p-subtitle" id="h-factor"><spring:message code="factor.app"/></h2>
      <p class="form-text" data-testid="factor-state" data-on="${factor.on()}"><spring:message code="${factor.on() ? 'factor.isOn' : 'factor.isOff'}"/></p>
      <c:choose>
        <c:when test="${not empty setup}">
          <p><spring:message code="factor.setup.text"/></p>
          <p:qr code="${setup.picture()}" label="factor.setup.picture"/>
          <p class="form-text"><spring:message code="factor.setup.secret"/>&#32;<code data-testid="factor-secret"><c:out value="${setup.secret()}"/></code></p>
          <form method="post" action="${base}/confirm" novalidate>
            <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
            <p:field name="code" label="factor.code" error="${codeError}" autocomplete="one-time-code" maxlength="64"/>
            <button class="btn btn-primary" type="submit"><spring:message code="factor.setup.do"/></button>
          </form>
        </c:when>
        <c:when test="${not factor.on() and isFresh}">
          <form method="post" action="${base}/begin">
            <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
            <button class="btn btn-primary" type="submit"><spring:message code="factor.setup.begin"/></button>
          </form>
        </c:when>
        <c:when test="${not factor.on()}"><p class="form-text"><spring:message code="factor.fresh"/></p></c:when>
        <c:otherwise>
          <p class="form-text" data-testid="codes-left"><spring:message code="factor.codes.left" arguments="${factor.codesLeft()}"/></p>
          <form method="post" action="${base}/codes" novalidate>
            <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
            <c:choose>
              <c:when test="${factor.codesLeft() eq 0 and isFresh}">
                <button class="btn btn-primary" type="submit"><spring:message code="factor.codes.make"/></button>
              </c:when>
              <c:otherwise>
                <p:field name="code" label="factor.code" hint="factor.code.hint" error="${codeError}" autocomplete="one-time-code" maxlength="64"/>
                <span class="p-buttons">
                <button class="btn btn-secondary" type="submit"><spring:message code="factor.codes.make"/></button>
                <c:if test="${not factor.required()}"><button class="btn btn-outline-danger" type="submit" formaction="${base}/remove"><spring:message code="factor.remove"/></button></c:if>
                </span>
              </c:otherwise>
            </c:choose>
          </form>
        </c:otherwise>
      </c:choose>
    </section>

    <c:if test="${not empty remembered}">
      <section class="p-card" aria-labelledby="h-remembered">
        <h2 class="p-subtitle" id="h-remembered"><spring:message code="factor.browsers"/></h2>
        <p class="form-text"><spring:message code="factor.browsers.hint"/></p>
        <ul class="p-rows">
          <c:forEach items="${remembered}" var="browser">
            <li class="p-row" data-testid="remembered-browser">
              <span class="p-row-text"><c:out value="${browser.name()}"/>
                <span class="p-row-sub"><spring:message code="profile.lastUsed"/>&#32;<p:time at="${browser.lastUsedAt()}"/></span></span>
              <form method="post" action="${base}/browsers/${browser.id()}/forget">
                <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
                <button class="btn btn-outline-danger btn-sm" type="submit"><spring:message code="factor.browser.forget"/></button>
              </form>
            </li>
          </c:forEach>
        </ul>
      </section>
    </c:if>
  </div>
</p:layout>
