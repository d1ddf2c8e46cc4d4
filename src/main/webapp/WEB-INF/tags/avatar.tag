<%@ tag pageEncoding="UTF-8" body-content="empty" trimDirectiveWhitespaces="true"
    description="A person's picture, or initials where there is none, with the presence dot where a user is given." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="fn" uri="jakarta.tags.functions" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ attribute name="name" required="true" %>
<%@ attribute name="user" required="false" %>
<%@ attribute name="size" required="false" %>
<%@ attribute name="picture" required="false" %>
<c:set var="words" value="${fn:split(fn:trim(name), ' ')}"/>
<c:set var="last" value="${words[fn:length(words) - 1]}"/>
<span class="avatar${empty size ? '' : ' avatar-'}${size}" aria-hidden="${empty user}">
<span class="avatar-initials" aria-hidden="true"><c:out value="${fn:toUpperCase(fn:substring(words[0], 0, 1))}${fn:length(words) > 1 ? fn:toUpperCase(fn:substring(last, 0, 1)) : ''}"/></span>
<c:if test="${not empty picture and not empty user}"><img class="avatar-picture" src="${pageContext.request.contextPath}/people/<c:out value='${user}'/>/picture/<c:out value='${picture}'/>/${size == 'huge' ? 'large' : 'small'}" alt="" loading="lazy" decoding="async"></c:if>
<c:if test="${not empty user}"><p:presence user="${user}"/></c:if>
</span>
