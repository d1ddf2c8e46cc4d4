<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="account.forgot.sent.title" var="title"/>
<p:plain title="${title}">
  <h1 class="p-title"><c:out value="${title}"/></h1>
  <p class="p-lead" data-testid="reset-sent"><spring:message code="account.forgot.sent.text"/></p>
  <p><spring:message code="account.forgot.sent.none"/></p>
  <a class="btn btn-secondary w-100" href="${base}/login"><spring:message code="account.forgot.back"/></a>
</p:plain>
