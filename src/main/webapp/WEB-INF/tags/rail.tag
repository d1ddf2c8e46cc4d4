<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="The sections: a rail at the side, a bar at the bottom of a narrow screen." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ attribute name="page" required="true" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="shell.sections" var="sections" htmlEscape="true"/>
<nav class="rail" aria-label="${sections}">
<img class="rail-brand" src="${assets}/img/parley.svg" width="32" height="32" alt="">
<a class="rail-link" href="${base}/" data-section="home"<c:if test="${page == 'home'}"> aria-current="page"</c:if>>
<i class="bi bi-house" aria-hidden="true"></i><span><spring:message code="shell.home"/></span></a>
<a class="rail-link" href="${base}/messages" data-section="messages"<c:if test="${page == 'messages'}"> aria-current="page"</c:if>>
<i class="bi bi-chat" aria-hidden="true"></i><span><spring:message code="shell.messages"/></span>
<b class="badge-count" data-badge="unread" hidden></b></a>
<a class="rail-link" href="${base}/history" data-section="history"<c:if test="${page == 'history'}"> aria-current="page"</c:if>>
<i class="bi bi-clock-history" aria-hidden="true"></i><span><spring:message code="shell.history"/></span>
<b class="badge-count" data-badge="missed" hidden></b></a>
<a class="rail-link" href="${base}/phonebook" data-section="phonebook directory people" data-testid="rail-people"<c:if test="${page == 'phonebook' || page == 'directory' || page == 'colleague'}"> aria-current="page"</c:if>>
<i class="bi bi-people" aria-hidden="true"></i><span><spring:message code="shell.people"/></span></a>
<a class="rail-link" href="${base}/map" data-section="map" data-testid="rail-map"<c:if test="${page == 'map' || page == 'places'}"> aria-current="page"</c:if>>
<i class="bi bi-geo-alt" aria-hidden="true"></i><span><spring:message code="shell.map"/></span></a>
<a class="rail-link rail-wide" href="${base}/profile" data-section="profile"<c:if test="${page == 'profile'}"> aria-current="page"</c:if>>
<i class="bi bi-person" aria-hidden="true"></i><span><spring:message code="shell.profile"/></span></a>
<c:if test="${me.role == 'ADMIN'}">
<a class="rail-link" href="${base}/admin" data-section="admin" data-testid="rail-admin"<c:if test="${page.startsWith('admin')}"> aria-current="page"</c:if>>
<i class="bi bi-shield-check" aria-hidden="true"></i><span><spring:message code="shell.admin"/></span></a>
</c:if>
</nav>
