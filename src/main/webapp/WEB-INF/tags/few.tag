<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="A number of people; none where it is so small that it could be somebody." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ attribute name="count" required="true" type="java.lang.Long" %>
<%@ attribute name="few" required="true" type="java.lang.Long" %>
<c:choose><c:when test="${count == 0}"><span class="muted">0</span></c:when><c:when test="${count < few}"><span class="muted"><spring:message code="regions.few" arguments="${few}"/></span></c:when><c:otherwise>${count}</c:otherwise></c:choose>
