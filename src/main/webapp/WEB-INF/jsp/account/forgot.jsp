<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="account.forgot.title" var="title"/>
<p:plain title="${title}">
  <h1 class="p-title"><c:out value="${title}"/></h1>
  <c:choose>
    <c:when test="${open}">
      <p class="p-lead"><spring:message code="account.forgot.text"/></p>
      <form method="post" action="${base}/forgot" novalidate>
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <spring:bind path="form.who">
          <p:field name="who" label="account.forgot.who" value="${status.value}" error="${status.errorMessage}" autocomplete="username" maxlength="254" autofocus="true"/>
        </spring:bind>
        <button class="btn btn-primary w-100" type="submit"><spring:message code="account.forgot.do"/></button>
      </form>
    </c:when>
    <c:otherwise><p class="p-lead"><spring:message code="account.forgot.closed"/></p></c:otherwise>
  </c:choose>
  <p class="p-aside"><a href="${base}/login"><spring:message code="account.forgot.back"/></a></p>
</p:plain>
