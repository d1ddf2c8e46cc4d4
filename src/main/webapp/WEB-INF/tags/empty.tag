<%@ tag pageEncoding="UTF-8" body-content="scriptless" trimDirectiveWhitespaces="true"
    description="A place with nothing in it yet: what will be here, and in its body the one next step." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ attribute name="icon" required="true" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="hint" required="false" %>
<div class="empty">
<i class="bi bi-${icon} empty-icon" aria-hidden="true"></i>
<h2 class="empty-title"><c:out value="${title}"/></h2>
<c:if test="${not empty hint}"><p class="empty-hint"><c:out value="${hint}"/></p></c:if>
<jsp:doBody/>
</div>
