<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<c:if test="${not empty problem}"><spring:message code="provider.address.${problem}" var="emailError"/></c:if>
<spring:message code="${hasAccount ? 'provider.owner.title' : 'provider.address.title'}" var="title"/>
<p:plain title="${title}">
  <h1 class="p-title"><c:out value="${title}"/></h1>
  <c:choose>
    <c:when test="${not empty token}">
      <p class="p-lead"><spring:message code="provider.link.text" arguments="${providerName}|${email}" argumentSeparator="|" htmlEscape="true"/></p>
      <form method="post" action="${base}/login/provider/link">
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <input type="hidden" name="token" value="<c:out value='${token}'/>">
        <button class="btn btn-primary w-100" type="submit" data-testid="provider-confirm"><spring:message code="provider.link.do"/></button>
      </form>
    </c:when>
    <c:when test="${not empty sent}">
      <p class="alert alert-info" role="status" data-testid="provider-sent"><spring:message code="provider.sent" arguments="${sent}" argumentSeparator="|" htmlEscape="true"/></p>
    </c:when>
    <c:when test="${hasAccount}">
      <p class="p-lead"><spring:message code="provider.owner.text" arguments="${email}|${providerName}" argumentSeparator="|" htmlEscape="true"/></p>
      <a class="btn btn-primary w-100" href="${base}/login" data-testid="provider-sign-in"><spring:message code="provider.owner.signIn"/></a>
      <c:if test="${canMail}">
        <p class="plain-or"><spring:message code="account.signIn.or"/></p>
        <form method="post" action="${base}/login/provider/mail">
          <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
          <button class="btn btn-outline-secondary w-100" type="submit" data-testid="provider-mail"><spring:message code="provider.owner.mail"/></button>
        </form>
      </c:if>
    </c:when>
    <c:when test="${canMail}">
      <p class="p-lead"><spring:message code="provider.address.text" arguments="${providerName}" argumentSeparator="|" htmlEscape="true"/></p>
      <form method="post" action="${base}/login/provider/mail" novalidate>
        <input type="hidden" name="${_csrf.parameterName}" value="${_csrf.token}">
        <p:field name="email" type="email" label="provider.address" value="${email}" error="${emailError}"
                 autocomplete="email" maxlength="254" autofocus="${true}"/>
        <button class="btn btn-primary w-100" type="submit" data-testid="provider-mail"><spring:message code="provider.address.do"/></button>
      </form>
    </c:when>
    <c:otherwise>
      <p class="alert alert-danger" role="alert"><spring:message code="provider.address.noMail"/></p>
    </c:otherwise>
  </c:choose>
  <p class="p-aside"><a href="${base}/login"><spring:message code="provider.back"/></a></p>
</p:plain>
