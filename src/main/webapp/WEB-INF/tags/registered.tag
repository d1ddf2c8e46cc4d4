<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="Whether a phone or a browser's phone is registered, in words and with a dot." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ attribute name="state" required="true" %>
<%@ attribute name="browser" required="true" %>
<c:choose>
  <c:when test="${state eq 'REGISTERED'}"><c:set var="word" value="${browser eq 'true' ? 'profile.registration.browser' : 'profile.registration.on'}"/></c:when>
  <c:when test="${state eq 'UNKNOWN'}"><c:set var="word" value="profile.registration.unknown"/></c:when>
  <c:otherwise><c:set var="word" value="${browser eq 'true' ? 'profile.registration.browserOff' : 'profile.registration.off'}"/></c:otherwise>
</c:choose>
<span class="registered" data-registered="<c:out value='${state}'/>"><spring:message code="${word}"/></span>
