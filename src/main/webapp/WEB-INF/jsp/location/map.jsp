<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<spring:message code="map.title" var="title"/>
<spring:message code="map.list" var="list" htmlEscape="true"/>
<spring:message code="map.area" var="area" htmlEscape="true"/>
<spring:message code="map.crowd" var="crowd" htmlEscape="true"/>
<spring:message code="map.show" var="show" htmlEscape="true"/>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<p:layout title="${title}" page="map">
  <div class="map" data-map data-view="map" data-tiles="<c:out value='${map.tiles}'/>" data-attribution="<c:out value='${map.attribution}'/>">
    <section class="map-side" aria-label="${list}">
      <div class="list-head"><h1>${title}</h1>
        <a class="btn btn-quiet" href="${base}/map/places" data-testid="map-places"><i class="bi bi-globe-europe-africa" aria-hidden="true"></i><spring:message code="places.link"/></a></div>
      <div class="map-share" data-share data-testid="share-state"></div>
      <div class="map-filters">
        <select class="form-select" data-crowd aria-label="${crowd}" data-testid="map-crowd">
          <option value="all"><spring:message code="map.crowd.all"/></option>
          <option value="contacts"><spring:message code="map.crowd.contacts"/></option>
          <option value="favourites"><spring:message code="map.crowd.favourites"/></option>
          <option value="team"><spring:message code="map.crowd.team"/></option>
          <c:if test="${not empty groups}"><optgroup label="<spring:message code='map.crowd.groups' htmlEscape='true'/>"><c:forEach var="group" items="${groups}"><option value="group:${group.id}"><c:out value="${group.name}"/></option></c:forEach></optgroup></c:if>
          <c:if test="${not empty departments}"><optgroup label="<spring:message code='map.crowd.departments' htmlEscape='true'/>"><c:forEach var="department" items="${departments}"><option value="department:<c:out value='${department}'/>"><c:out value="${department}"/></option></c:forEach></optgroup></c:if>
        </select>
        <label class="map-check"><input type="checkbox" class="form-check-input" data-around-only data-testid="map-around"><spring:message code="map.around"/></label>
      </div>
      <p class="map-about" data-about data-testid="map-about" aria-live="polite"></p>
      <div class="list-scroll"><ul class="rows" data-list="people" data-arrows aria-busy="true"><p:skeleton rows="5"/></ul>
        <div class="more" data-more hidden><button type="button" class="btn"><spring:message code="map.more"/></button></div></div>
    </section>
    <section class="map-main" aria-label="${area}">
      <div class="map-canvas" data-canvas data-testid="map" tabindex="0" role="application" aria-label="${area}"></div>
      <div class="map-cross" aria-hidden="true"></div>
      <div class="map-pick" data-pick-bar role="group" hidden>
        <span><spring:message code="js.map.pick.hint"/></span>
        <button type="button" class="btn btn-primary" data-pick-take data-testid="pick-take"><spring:message code="map.pick.take"/></button>
        <button type="button" class="btn" data-pick-leave><spring:message code="map.cancel"/></button>
      </div>
    </section>
    <div class="segmented map-switch" role="group" aria-label="${show}">
      <button type="button" data-show="map" aria-pressed="true"><i class="bi bi-map" aria-hidden="true"></i><spring:message code="map.show.map"/></button>
      <button type="button" data-show="list" aria-pressed="false" data-testid="map-show-list"><i class="bi bi-list-ul" aria-hidden="true"></i><spring:message code="map.show.list"/></button>
    </div>
  </div>
  <dialog class="sheet map-sheet" data-share-dialog data-testid="share-dialog" aria-labelledby="share-title">
    <form method="dialog" data-no-shell data-source="DEVICE">
      <div class="sheet-head"><h2 id="share-title"><spring:message code="sharing.heading"/></h2>
        <button type="button" class="btn-icon" data-cancel aria-label="<spring:message code='map.cancel' htmlEscape='true'/>" title="<spring:message code='map.cancel' htmlEscape='true'/>"><i class="bi bi-x-lg" aria-hidden="true"></i></button></div>
      <div class="sheet-body">
        <p class="map-problem" data-problem data-testid="share-problem" role="alert" hidden></p>
        <fieldset class="choice"><legend><spring:message code="sharing.source"/></legend>
          <label><input type="radio" name="source" value="DEVICE" checked autofocus><i class="bi bi-crosshair" aria-hidden="true"></i><span><b><spring:message code="sharing.source.device"/></b><small><spring:message code="sharing.source.device.hint"/></small></span></label>
          <label><input type="radio" name="source" value="TOWN" data-testid="share-town"><i class="bi bi-buildings" aria-hidden="true"></i><span><b><spring:message code="sharing.source.town"/></b><small><spring:message code="sharing.source.town.hint"/></small></span></label>
          <label><input type="radio" name="source" value="PICKED"><i class="bi bi-pin-map" aria-hidden="true"></i><span><b><spring:message code="sharing.source.picked"/></b><small><spring:message code="sharing.source.picked.hint"/></small></span></label>
          <c:if test="${addresses}"><label><input type="radio" name="source" value="ADDRESS" data-testid="share-address"><i class="bi bi-ethernet" aria-hidden="true"></i><span><b><spring:message code="sharing.source.address"/></b><small><spring:message code="sharing.source.address.hint"/></small></span></label></c:if>
        </fieldset>
        <div class="choice-more" data-for="TOWN">
          <label class="form-label" for="share-town"><spring:message code="sharing.town"/></label>
          <input type="search" class="form-control" id="share-town" name="town" autocomplete="off" maxlength="80" data-testid="town-field">
          <ul class="map-towns" data-towns></ul>
        </div>
        <div class="choice-more" data-for="PICKED"><button type="button" class="btn" data-pick data-testid="share-pick"><i class="bi bi-pin-map" aria-hidden="true"></i><spring:message code="sharing.pick"/></button></div>
        <p class="map-picked" data-picked data-testid="share-picked"></p>
        <fieldset class="choice choice-row" data-exactly><legend><spring:message code="sharing.exactly"/></legend>
          <c:forEach var="detail" items="EXACT,KILOMETRE,TOWN"><label><input type="radio" name="detail" value="${detail}" data-testid="share-${detail}"<c:if test="${detail == 'KILOMETRE'}"> checked</c:if>><span><spring:message code="sharing.exactly.${detail}"/></span></label></c:forEach>
        </fieldset>
        <fieldset class="choice choice-row"><legend><spring:message code="sharing.with"/></legend>
          <c:forEach var="audience" items="CONTACTS,TEAM,ALL"><label><input type="radio" name="audience" value="${audience}" data-testid="share-${audience}"<c:if test="${audience == 'CONTACTS'}"> checked</c:if>><span><spring:message code="sharing.with.${audience}"/></span></label></c:forEach>
        </fieldset>
        <fieldset class="choice choice-row"><legend><spring:message code="sharing.long"/></legend>
          <c:forEach var="lasting" items="HOUR,TODAY,OPEN"><label><input type="radio" name="lasting" value="${lasting}" data-testid="share-${lasting}"<c:if test="${lasting == 'HOUR'}"> checked</c:if>><span><spring:message code="sharing.long.${lasting}"/></span></label></c:forEach>
        </fieldset>
      </div>
      <div class="sheet-foot"><p class="map-terms" data-terms aria-live="polite"></p>
        <button type="submit" class="btn btn-primary" data-testid="share-send"><spring:message code="sharing.send"/></button></div>
    </form>
  </dialog>
</p:layout>
