<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="account.verify.title" var="title"/>
<p:plain title="${title}">
  <h1 class="p-title"><c:out value="${title}"/></h1>
  <p class="p-lead"><spring:message code="account.verify.text" arguments="${address}" argumentSeparator="&#10;" htmlEscape="true"/></p>
  <form method="post" action="${base}/verify">
    <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
    <input type="hidden" name="token" value="<c:out value='${token}'/>">
    <button class="btn btn-primary w-100" type="submit" data-testid="verify"><spring:message code="account.verify.do"/></button>
  </form>
</p:plain>
