<%@ tag pageEncoding="UTF-8" body-content="scriptless" trimDirectiveWhitespaces="true"
    description="The shell: rail, header with the dial field, content, and the phone that outlives it." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ attribute name="title" required="true" %>
<%@ attribute name="page" required="true" %>
<!DOCTYPE html>
<html lang="<spring:message code='language.tag'/>" data-zone="<c:out value='${me.look.timeZone}'/>" data-phone-state="offline" data-user="<c:out value='${me.user}'/>" data-name="<c:out value='${me.name}'/>" data-picture="<c:out value='${me.look.picture}'/>"
  data-device="<c:out value='${device}'/>" data-base="${pageContext.request.contextPath}" data-assets="${assets}"
  data-theme="<p:theme/>">
<head>
<script src="${assets}/js/early.js"></script>
<p:head title="${title}">
<link rel="stylesheet" href="${assets}/css/shell.css">
<link rel="stylesheet" href="${assets}/css/head.css">
<link rel="stylesheet" href="${assets}/css/overlay.css">
<link rel="stylesheet" href="${assets}/css/people.css">
<link rel="stylesheet" href="${assets}/css/messages.css">
<link rel="stylesheet" href="${assets}/css/composer.css">
<link rel="stylesheet" href="${assets}/css/pages.css">
<link rel="stylesheet" href="${assets}/css/directory.css">
<link rel="stylesheet" href="${assets}/css/palette.css">
<link rel="stylesheet" href="${assets}/css/profile.css">
<link rel="stylesheet" href="${assets}/css/phonebook.css">
<link rel="stylesheet" href="${assets}/css/admin.css">
<link rel="stylesheet" href="${assets}/css/map.css">
<link rel="stylesheet" href="${assets}/css/sharing.css">
<link rel="stylesheet" href="${assets}/css/phone.css">
<link rel="stylesheet" href="${assets}/css/stage.css">
<p:modules/>
<script src="${assets}/vendor/bootstrap/bootstrap.bundle.min.js" defer></script>
<script type="module" src="${assets}/js/app.js"></script>
</p:head>
</head>
<body>
<a class="skip-link" href="#main"><spring:message code="shell.skip"/></a>
<div class="shell">
<p:rail page="${page}"/>
<p:me-menu/>
<p:header/>
<main id="main" class="page page-${page}" data-page="${page}" tabindex="-1">
<jsp:doBody/>
</main>
<div class="shell-dock" id="shell-dock"><p:phone/></div>
</div>
<div id="toasts" class="toasts" role="status" aria-live="polite"></div>
<div id="announce" class="visually-hidden" role="status" aria-live="polite"></div>
<p:shortcuts/>
</body>
</html>
