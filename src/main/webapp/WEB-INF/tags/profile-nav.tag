<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="The pages about oneself." %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ attribute name="page" required="true" description="profile, presence, security, devices or account" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="profile.nav" var="label" htmlEscape="true"/>
<nav class="chips chips-wrap" aria-label="${label}" data-testid="profile-nav">
<a class="chip" href="${base}/profile"<c:if test="${page == 'profile'}"> aria-current="page"</c:if>>
<i class="bi bi-person" aria-hidden="true"></i><spring:message code="profile.nav.profile"/></a>
<a class="chip" href="${base}/profile/presence"<c:if test="${page == 'presence'}"> aria-current="page"</c:if>>
<i class="bi bi-eye" aria-hidden="true"></i><spring:message code="presence.title"/></a>
<a class="chip" href="${base}/profile/security"<c:if test="${page == 'security'}"> aria-current="page"</c:if>>
<i class="bi bi-shield-lock" aria-hidden="true"></i><spring:message code="profile.nav.security"/></a>
<a class="chip" href="${base}/profile/devices"<c:if test="${page == 'devices'}"> aria-current="page"</c:if>>
<i class="bi bi-phone" aria-hidden="true"></i><spring:message code="profile.nav.devices"/></a>
<a class="chip" href="${base}/profile/account"<c:if test="${page == 'account'}"> aria-current="page"</c:if>>
<i class="bi bi-envelope" aria-hidden="true"></i><spring:message code="profile.nav.account"/></a>
</nav>
