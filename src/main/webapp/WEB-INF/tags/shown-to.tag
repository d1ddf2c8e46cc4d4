<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="Who may see a group of fields." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ attribute name="name" required="true" %>
<%@ attribute name="value" required="false" type="java.lang.Object" %>
<%@ attribute name="group" required="true" description="id of the group's heading" %>
<label class="shown-to"><i class="bi bi-eye" aria-hidden="true"></i><span class="visually-hidden"><spring:message code="profile.shown"/></span>
<select class="form-select" name="${name}" aria-describedby="${group}"><c:forEach var="one" items="EVERYONE,CONTACTS,NOBODY"><option value="${one}"<c:if test="${one == value}"> selected</c:if>><spring:message code="profile.shown.${one.toLowerCase()}"/></option></c:forEach></select></label>
