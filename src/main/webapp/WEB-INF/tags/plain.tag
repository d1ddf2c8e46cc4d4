<%@ tag pageEncoding="UTF-8" body-content="scriptless" trimDirectiveWhitespaces="true"
    description="A page without the shell: sign-in, registration, errors. One card in the middle." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="page" required="false" %>
<%@ attribute name="wide" required="false" type="java.lang.Boolean" %>
<!DOCTYPE html>
<html lang="<spring:message code='language.tag'/>" data-phone-state="offline" data-base="${pageContext.request.contextPath}" data-assets="${assets}"
  data-theme="<p:theme/>">
<head>
<p:head title="${title}">
<link rel="stylesheet" href="${assets}/css/plain.css">
<script type="module" src="${assets}/js/plain.js"></script>
</p:head>
</head>
<body class="plain">
<main id="main" class="plain-main" data-page="${empty page ? 'plain' : page}" tabindex="-1">
<div class="plain-brand">
<img src="${assets}/img/parley.svg" width="40" height="40" alt="">
<span><c:out value="${empty organisation ? 'Parley' : organisation}"/></span>
</div>
<div class="plain-card${wide ? ' plain-card-wide' : ''}">
<jsp:doBody/>
</div>
</main>
</body>
</html>
