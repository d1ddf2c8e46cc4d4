<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<spring:message code="places.title" var="title"/>
<spring:message code="places.which" var="which" htmlEscape="true"/>
<spring:message code="places.none.title" var="noneTitle"/>
<spring:message code="places.none.hint" var="noneHint"/>
<spring:message code="places.choose" var="chooseTitle"/>
<spring:message code="places.choose.hint" var="chooseHint"/>
<spring:message code="places.nobody.title" var="nobodyTitle"/>
<spring:message code="places.nobody.hint" var="nobodyHint"/>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<p:layout title="${title}" page="places">
  <div class="page-body">
    <div class="page-head"><div><h1><c:out value="${title}"/></h1><p class="muted"><spring:message code="places.hint"/></p></div>
      <a class="btn" href="${base}/map"><i class="bi bi-map" aria-hidden="true"></i><spring:message code="places.back"/></a></div>
    <c:choose>
    <c:when test="${empty lands}"><section class="panel"><p:empty icon="globe-europe-africa" title="${noneTitle}" hint="${noneHint}"/></section></c:when>
    <c:otherwise>
    <div class="places">
      <nav class="panel places-lands" aria-label="<c:out value='${title}'/>" data-testid="lands">
        <div class="places-head" aria-hidden="true"><span></span><span><spring:message code="places.home"/></span><span><spring:message code="places.now"/></span></div>
        <c:forEach var="land" items="${lands}">
        <c:url var="to" value="/map/places"><c:param name="country" value="${land.code}"/><c:param name="now" value="${now}"/></c:url>
        <a class="places-row" href="<c:out value='${to}'/>" data-country="${land.code}"<c:if test="${country == land.code && empty region}"> aria-current="true"</c:if>><span><c:out value="${land.name}"/></span><span class="tabular">${land.home}</span><span class="tabular">${land.now}</span></a>
        <c:if test="${country == land.code}"><c:forEach var="part" items="${land.parts}">
        <c:url var="to" value="/map/places"><c:param name="country" value="${land.code}"/><c:param name="region" value="${part.key}"/><c:param name="now" value="${now}"/></c:url>
        <a class="places-row places-part" href="<c:out value='${to}'/>" data-region="<c:out value='${part.key}'/>"<c:if test="${region == part.key}"> aria-current="true"</c:if>><span><c:choose><c:when test="${empty part.name}"><spring:message code="places.rest"/></c:when><c:otherwise><c:out value="${part.name}"/></c:otherwise></c:choose></span><span class="tabular">${part.home}</span><span class="tabular">${part.now}</span></a>
        </c:forEach></c:if>
        </c:forEach>
      </nav>
      <section class="panel" aria-labelledby="places-those">
        <c:choose>
        <c:when test="${empty country}"><p:empty icon="globe-europe-africa" title="${chooseTitle}" hint="${chooseHint}"/></c:when>
        <c:otherwise>
        <c:url var="homeUrl" value="/map/places"><c:param name="country" value="${country}"/><c:if test="${region != null}"><c:param name="region" value="${region}"/></c:if></c:url>
        <c:url var="nowUrl" value="/map/places"><c:param name="country" value="${country}"/><c:if test="${region != null}"><c:param name="region" value="${region}"/></c:if><c:param name="now" value="true"/></c:url>
        <div class="panel-head"><h2 id="places-those"><c:out value="${place}"/></h2>
          <nav class="segmented places-which" aria-label="${which}">
            <a href="<c:out value='${homeUrl}'/>"<c:if test="${!now}"> aria-current="true"</c:if>><spring:message code="places.home"/></a>
            <a href="<c:out value='${nowUrl}'/>"<c:if test="${now}"> aria-current="true"</c:if>><spring:message code="places.now"/></a>
          </nav></div>
        <c:choose>
        <c:when test="${empty those.people}"><p:empty icon="people" title="${nobodyTitle}" hint="${nobodyHint}"/></c:when>
        <c:otherwise>
        <ul class="rows" data-arrows data-testid="places-people">
          <c:forEach var="person" items="${those.people}">
          <spring:message code="js.call.person" arguments="${person.name}" argumentSeparator="|" var="call" htmlEscape="true"/>
          <spring:message code="js.video.person" arguments="${person.name}" argumentSeparator="|" var="video" htmlEscape="true"/>
          <spring:message code="js.write.person" arguments="${person.name}" argumentSeparator="|" var="write" htmlEscape="true"/>
          <li class="row-item" data-user="<c:out value='${person.user}'/>">
            <p:avatar name="${person.name}" user="${person.user}" picture="${person.picture}"/>
            <div class="row-text"><a class="row-link row-name" href="${base}/people/<c:out value='${person.user}'/>"><c:out value="${person.name}"/></a>
              <div class="row-sub"><span data-presence-word="<c:out value='${person.user}'/>"></span></div></div>
            <c:if test="${person.user != me.user}">
            <div class="row-actions">
              <button type="button" class="btn-icon" data-call="<c:out value='${person.user}'/>" aria-label="${call}" title="${call}"><i class="bi bi-telephone" aria-hidden="true"></i></button>
              <button type="button" class="btn-icon" data-call="<c:out value='${person.user}'/>" data-video="true" aria-label="${video}" title="${video}"><i class="bi bi-camera-video" aria-hidden="true"></i></button>
              <button type="button" class="btn-icon" data-write="<c:out value='${person.user}'/>" aria-label="${write}" title="${write}"><i class="bi bi-chat" aria-hidden="true"></i></button>
            </div></c:if>
          </li>
          </c:forEach>
        </ul>
        <c:if test="${not empty those.next}">
        <c:url var="more" value="/map/places"><c:param name="country" value="${country}"/><c:if test="${region != null}"><c:param name="region" value="${region}"/></c:if><c:param name="now" value="${now}"/><c:param name="after" value="${those.next}"/></c:url>
        <div class="more"><a class="btn" href="<c:out value='${more}'/>"><spring:message code="places.more"/></a></div>
        </c:if>
        </c:otherwise>
        </c:choose>
        </c:otherwise>
        </c:choose>
      </section>
    </div>
    </c:otherwise>
    </c:choose>
  </div>
</p:layout>
