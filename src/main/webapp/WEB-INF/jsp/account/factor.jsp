<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<c:if test="${not empty problem}"><spring:message code="${problem}" var="codeError"/></c:if>
<spring:message code="${empty setup ? 'factor.ask.title' : 'factor.setup.title'}" var="title"/>
<p:plain title="${title}">
  <h1 class="p-title"><c:out value="${title}"/></h1>
  <p class="p-lead"><spring:message code="${empty setup ? 'factor.ask.text' : 'factor.setup.required'}"/></p>
  <c:if test="${not empty setup}">
    <p><spring:message code="factor.setup.text"/></p>
    <p:qr code="${setup.picture()}" label="factor.setup.picture"/>
    <p class="qr-text"><spring:message code="factor.setup.secret"/>&#32;<code data-testid="factor-secret"><c:out value="${setup.secret()}"/></code></p>
  </c:if>
  <form method="post" action="${base}/login/factor" novalidate>
    <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
    <p:field name="code" label="factor.code" hint="${empty setup ? 'factor.code.hint' : ''}" error="${codeError}" autocomplete="one-time-code" maxlength="64" autofocus="${true}"/>
    <label class="form-check"><input class="form-check-input" type="checkbox" name="remember">&#32;<span class="form-check-label"><spring:message code="factor.remember"/></span></label>
    <button class="btn btn-primary w-100" type="submit" data-testid="factor-continue"><spring:message code="factor.continue"/></button>
  </form>
  <form method="post" action="${base}/logout" class="p-aside">
    <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
    <button class="btn btn-link" type="submit"><spring:message code="factor.cancel"/></button>
  </form>
</p:plain>
