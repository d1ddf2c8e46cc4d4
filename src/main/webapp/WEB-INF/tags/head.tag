<%@ tag pageEncoding="UTF-8" body-content="scriptless" trimDirectiveWhitespaces="true"
    description="What every page's head holds: title, colours, styles, texts for scripts." %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<%@ attribute name="title" required="true" %>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover, interactive-widget=resizes-content">
<meta name="color-scheme" content="light dark">
<title><c:out value="${title}"/> · <c:out value="${empty organisation ? 'Parley' : organisation}"/></title>
<link rel="icon" href="${assets}/img/parley.svg" type="image/svg+xml">
<link rel="stylesheet" href="${assets}/vendor/bootstrap/bootstrap.min.css">
<link rel="stylesheet" href="${assets}/vendor/bootstrap-icons/bootstrap-icons.min.css">
<link rel="stylesheet" href="${assets}/css/tokens.css">
<link rel="stylesheet" href="${assets}/css/base.css">
<link rel="stylesheet" href="${assets}/css/forms.css">
<jsp:doBody/>
<spring:message code="language.tag" var="language"/>
<script type="application/json" id="texts">${scriptTexts[language]}</script>
