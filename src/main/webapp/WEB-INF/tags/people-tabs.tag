<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="Above a list of people: one's own phonebook, or everybody." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ attribute name="page" required="true" description="phonebook or directory" %>
<spring:message code="people.tabs" var="label" htmlEscape="true"/>
<nav class="segmented people-tabs" aria-label="${label}" data-testid="people-tabs">
<c:forEach var="name" items="phonebook,directory">
<a href="${pageContext.request.contextPath}/${name}"<c:if test="${page == name}"> aria-current="page"</c:if>><spring:message code="people.${name}"/></a>
</c:forEach>
</nav>
