<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="The head of a page that belongs to the phonebook, with the way back." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ attribute name="title" required="true" %>
<spring:message code="phonebook.back" var="back" htmlEscape="true"/>
<div class="book-head"><a class="btn-icon" href="${pageContext.request.contextPath}/phonebook" aria-label="${back}" title="${back}"><i class="bi bi-chevron-left" aria-hidden="true"></i></a><h1 class="p-title"><c:out value="${title}"/></h1></div>
