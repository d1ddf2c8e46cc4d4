<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="The pages of administration, with the one that is shown marked." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ attribute name="page" required="true" %>
<spring:message code="shell.admin" var="admin" htmlEscape="true"/>
<nav class="tabs" aria-label="${admin}">
<c:forEach var="name" items="people,regions,audit,mail">
<a class="tab" href="${pageContext.request.contextPath}/admin/${name}"<c:if test="${page == name}"> aria-current="page"</c:if>><spring:message code="admin.nav.${name}"/></a>
</c:forEach>
</nav>
