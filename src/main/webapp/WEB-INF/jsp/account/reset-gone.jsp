<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="account.reset.gone.title" var="title"/>
<p:plain title="${title}">
  <h1 class="p-title"><c:out value="${title}"/></h1>
  <p class="p-lead" data-testid="reset-gone"><spring:message code="${tooMany ? 'account.reset.gone.tooMany' : 'account.reset.gone.text'}"/></p>
  <a class="btn btn-primary w-100" href="${base}/forgot"><spring:message code="account.forgot.do"/></a>
</p:plain>
