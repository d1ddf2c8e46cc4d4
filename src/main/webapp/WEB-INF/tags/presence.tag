<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="A presence dot; scripts keep it true." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ attribute name="user" required="true" %>
<spring:message code="js.presence.unknown" var="word" htmlEscape="true"/>
<span class="presence" data-testid="presence" data-account="<c:out value='${user}'/>" data-presence="unknown" role="img" aria-label="${word}" title="${word}"></span>
