<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="The password once more, or word of a fresh sign-in for whoever has none." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ attribute name="name" required="true" %>
<%@ attribute name="error" required="false" %>
<%@ attribute name="hasPassword" required="true" type="java.lang.Boolean" %>
<c:choose>
<c:when test="${hasPassword}"><p:field name="${name}" type="password" label="account.password.current" error="${error}" autocomplete="current-password" maxlength="256"/></c:when>
<c:when test="${not empty error}"><p class="invalid-feedback d-block" data-testid="error-${name}"><c:out value="${error}"/></p></c:when>
<c:otherwise><p class="form-text"><spring:message code="profile.account.fresh"/></p></c:otherwise>
</c:choose>
