<%@ page contentType="text/html;charset=UTF-8" session="false" trimDirectiveWhitespaces="true" %>
<%@ taglib prefix="c" uri="jakarta.tags.core" %>
<%@ taglib prefix="p" tagdir="/WEB-INF/tags" %>
<%@ taglib prefix="spring" uri="http://www.springframework.org/tags" %>
<c:set var="base" value="${pageContext.request.contextPath}"/>
<spring:message code="admin.people.title" var="title"/>
<spring:message code="admin.people.none.title" var="noneTitle"/>
<spring:message code="admin.people.none.hint" var="noneHint"/>
<p:layout title="${title}" page="admin-people">
  <div class="page-body admin">
    <p:admin-nav page="people"/>
    <div class="page-head"><h1><c:out value="${title}"/></h1>
      <div class="page-acts">
        <a class="btn" href="${base}/admin/people/import" data-testid="people-import"><i class="bi bi-filetype-csv" aria-hidden="true"></i><spring:message code="admin.import.title"/></a>
        <a class="btn btn-primary" href="${base}/admin/people/new" data-testid="people-new"><i class="bi bi-person-plus" aria-hidden="true"></i><spring:message code="admin.people.new"/></a>
      </div>
    </div>
    <c:if test="${not empty saved}"><p class="alert alert-success" role="status" data-testid="saved"><spring:message code="${saved}"/></p></c:if>
    <c:if test="${not empty problem}"><p class="alert alert-danger" role="alert" data-testid="problem"><spring:message code="${problem}"/></p></c:if>
    <form class="finder" method="get" action="${base}/admin/people" role="search">
      <p:field name="q" type="search" label="admin.people.find" value="${q}" maxlength="200" autocomplete="off"/>
      <div class="p-field"><label class="form-label" for="f-status"><spring:message code="admin.people.status"/></label>
        <select class="form-select" id="f-status" name="status"><option value=""><spring:message code="admin.people.any"/></option>
        <c:forEach var="one" items="${statuses}"><option value="${one}"<c:if test="${one == status}"> selected</c:if>><spring:message code="admin.status.${one}"/></option></c:forEach></select></div>
      <div class="p-field"><label class="form-label" for="f-role"><spring:message code="admin.people.role"/></label>
        <select class="form-select" id="f-role" name="role"><option value=""><spring:message code="admin.people.any"/></option>
        <c:forEach var="one" items="${roles}"><option value="${one}"<c:if test="${one == role}"> selected</c:if>><spring:message code="admin.role.${one}"/></option></c:forEach></select></div>
      <button class="btn" type="submit" data-testid="people-search"><i class="bi bi-search" aria-hidden="true"></i><spring:message code="audit.search"/></button>
    </form>
    <section class="panel" aria-labelledby="people-list">
      <h2 class="visually-hidden" id="people-list"><c:out value="${title}"/></h2>
      <c:choose>
      <c:when test="${empty people.items}"><p:empty icon="people" title="${noneTitle}" hint="${noneHint}"/></c:when>
      <c:otherwise>
      <table class="sheet-table people-table" data-testid="people-list">
        <thead><tr><th scope="col"><spring:message code="account.name"/></th><th scope="col"><spring:message code="admin.people.email"/></th><th scope="col"><spring:message code="admin.people.role"/></th><th scope="col"><spring:message code="admin.people.status"/></th><th scope="col"><spring:message code="admin.people.lastSignIn"/></th></tr></thead>
        <tbody>
        <c:forEach var="row" items="${people.items}">
        <c:set var="one" value="${row.entry}"/>
        <tr data-testid="person-row" data-username="<c:out value='${one.username}'/>">
          <td class="cell-long"><span class="who"><p:avatar name="${one.name}" user="${one.user}" picture="${one.picture}"/><span class="who-text"><a href="${base}/admin/people/<c:out value='${one.username}'/>"><c:out value="${one.name}"/></a><span class="muted"><c:out value="${one.username}"/></span></span></span></td>
          <td class="cell-long"><c:out value="${one.email}"/></td>
          <td><spring:message code="admin.role.${one.role.name().toLowerCase()}"/></td>
          <td><span class="mark mark-${one.status.name().toLowerCase()}"><spring:message code="admin.status.${one.status.name().toLowerCase()}"/></span></td>
          <td class="muted"><c:out value="${row.lastSignIn}"/></td>
        </tr>
        </c:forEach>
        </tbody>
      </table>
      </c:otherwise>
      </c:choose>
      <c:if test="${not empty people.next}">
      <c:url var="next" value="/admin/people"><c:param name="q" value="${q}"/><c:param name="status" value="${status}"/><c:param name="role" value="${role}"/><c:param name="after" value="${people.next}"/></c:url>
      <div class="more"><a class="btn" href="<c:out value='${next}'/>" data-testid="people-next"><spring:message code="admin.people.next"/></a></div>
      </c:if>
    </section>
  </div>
</p:layout>
