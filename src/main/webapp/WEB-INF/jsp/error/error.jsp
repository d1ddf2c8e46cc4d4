<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="code" value="${empty status ? requestScope['jakarta.servlet.error.status_code'] : status}"/>
<spring:message code="error.${code}.title" text="" var="title"/>
<c:if test="${empty title}"><spring:message code="error.title" var="title"/></c:if>
<spring:message code="error.${code}.text" text="" var="text"/>
<c:if test="${empty text}"><spring:message code="error.text" var="text"/></c:if>
<p:plain title="${title}">
  <h1 class="p-title" data-testid="error-title" data-status="${code}"><c:out value="${title}"/></h1>
  <p class="p-lead"><c:out value="${text}"/></p>
  <a class="btn btn-primary w-100" href="${pageContext.request.contextPath}/"><spring:message code="error.home"/></a>
</p:plain>
