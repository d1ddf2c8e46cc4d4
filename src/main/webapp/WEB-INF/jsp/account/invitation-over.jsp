<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<spring:message code="invitation.over.title" var="title"/>
<p:plain title="${title}">
  <h1 class="p-title" data-testid="invitation-over"><c:out value="${title}"/></h1>
  <p class="p-lead"><spring:message code="invitation.over.text"/></p>
  <a class="btn btn-primary w-100" href="${pageContext.request.contextPath}/login"><spring:message code="account.signIn.do"/></a>
</p:plain>
