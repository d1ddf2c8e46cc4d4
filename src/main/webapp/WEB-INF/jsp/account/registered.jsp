<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<spring:message code="${verifies ? 'account.registered.check' : 'account.registered.title'}" var="title"/>
<p:plain title="${title}">
  <h1 class="p-title"><c:out value="${title}"/></h1>
  <c:choose>
    <c:when test="${verifies}">
      <p class="p-lead" data-testid="registered"><spring:message code="account.registered.verify"/></p>
      <c:if test="${approval}"><p><spring:message code="account.registered.then"/></p></c:if>
      <a class="btn btn-secondary w-100" href="${pageContext.request.contextPath}/login"><spring:message code="account.signIn.do"/></a>
      <p class="p-aside"><a href="${pageContext.request.contextPath}/register/resend"><spring:message code="account.resend.link"/></a></p>
    </c:when>
    <c:otherwise>
      <p class="p-lead" data-testid="registered"><spring:message code="${approval ? 'account.registered.approval' : 'account.registered.open'}"/></p>
      <a class="btn btn-primary w-100" href="${pageContext.request.contextPath}/login"><spring:message code="account.signIn.do"/></a>
    </c:otherwise>
  </c:choose>
</p:plain>
