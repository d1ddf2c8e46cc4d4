<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="account.verified.${result}.title" var="title"/>
<p:plain title="${title}">
  <h1 class="p-title"><c:out value="${title}"/></h1>
  <p class="p-lead" data-testid="verified" data-result="${result}"><spring:message code="account.verified.${result}.text"/></p>
  <c:choose>
    <c:when test="${result == 'EXPIRED' or result == 'USED'}">
      <a class="btn btn-secondary w-100" href="${base}/login"><spring:message code="account.signIn.do"/></a>
      <p class="p-aside"><a href="${base}/register/resend"><spring:message code="account.resend.link"/></a></p>
    </c:when>
    <c:when test="${result == 'CHANGED'}"><a class="btn btn-primary w-100" href="${base}/profile/account"><spring:message code="account.verified.on"/></a></c:when>
    <c:otherwise><a class="btn btn-primary w-100" href="${base}/login"><spring:message code="account.signIn.do"/></a></c:otherwise>
  </c:choose>
</p:plain>
