<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<spring:message code="regions.title" var="title"/>
<spring:message code="places.none.title" var="noneTitle"/>
<p:layout title="${title}" page="admin-regions">
  <div class="page-body admin">
    <p:admin-nav page="regions"/>
    <div class="page-head"><div><h1><c:out value="${title}"/></h1><p class="muted"><spring:message code="regions.hint" arguments="${few}"/></p></div></div>
    <section class="panel" aria-label="<c:out value='${title}'/>">
      <c:choose>
      <c:when test="${empty lands}"><p:empty icon="globe-europe-africa" title="${noneTitle}"/></c:when>
      <c:otherwise>
      <table class="sheet-table" data-testid="regions">
        <thead><tr><th scope="col"><spring:message code="regions.country"/></th><th scope="col"><spring:message code="regions.region"/></th><th scope="col"><spring:message code="places.home"/></th><th scope="col"><spring:message code="places.now"/></th></tr></thead>
        <tbody>
        <c:forEach var="land" items="${lands}"><c:forEach var="part" items="${land.parts}">
        <tr data-testid="region-line"><td><strong><c:out value="${land.name}"/></strong></td>
          <td><c:choose><c:when test="${empty part.name}"><span class="muted"><spring:message code="places.rest"/></span></c:when><c:when test="${part.key.startsWith('~') and part.home < few}"><span class="muted"><spring:message code="places.rest"/></span></c:when><c:otherwise><c:out value="${part.name}"/></c:otherwise></c:choose></td>
          <td class="tabular"><p:few count="${part.home}" few="${few}"/></td><td class="tabular"><p:few count="${part.now}" few="${few}"/></td></tr>
        </c:forEach></c:forEach>
        </tbody>
      </table>
      </c:otherwise>
      </c:choose>
    </section>
  </div>
</p:layout>
